from dataclasses import dataclass

import sqlite3


@dataclass
class Stage:
    name: str
    db: sqlite3.Connection
