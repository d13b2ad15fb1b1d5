"""The attribute is None in the constructor and becomes a PyMySQL connection in another method."""
import pymysql


class Warehouse:
    def __init__(self) -> None:
        self.db = None

    def open(self, host: str) -> None:
        self.db = pymysql.connect(host=host, user="etl")

    async def keep_alive(self) -> None:
        self.db.ping()  # CNC105
