import sqlite3


def load_user(user_id: int) -> tuple:
    return sqlite3.connect("/data/users.db").execute("SELECT * FROM users WHERE id = ?", (user_id,)).fetchone()
