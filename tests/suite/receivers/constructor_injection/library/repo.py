import sqlite3


class BookRepo:
    def __init__(self, path: str) -> None:
        self.db = sqlite3.connect(path)

    def titles(self) -> list[str]:
        return [row[0] for row in self.db.execute("SELECT title FROM books")]
