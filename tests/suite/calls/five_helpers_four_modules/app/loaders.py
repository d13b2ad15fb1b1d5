from app.db import Database

_database = Database("postgresql://profiles")


def user(user_id: int) -> dict:
    return _as_dict(_database.one("SELECT * FROM users WHERE id = %s", user_id))


def _as_dict(row: tuple) -> dict:
    return {"id": row[0], "name": row[1]}
