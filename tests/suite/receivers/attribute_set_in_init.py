"""The attribute gets its type from an assignment in the constructor."""
import psycopg2


class Ledger:
    def __init__(self, dsn: str) -> None:
        self.connection = psycopg2.connect(dsn)

    async def close_month(self) -> None:
        self.connection.commit()  # CNC105
