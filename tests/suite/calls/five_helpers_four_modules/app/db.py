import psycopg


class Database:
    def __init__(self, dsn: str) -> None:
        self.dsn = dsn

    def one(self, query: str, *parameters):
        return self._open().execute(query, parameters).fetchone()

    def _open(self) -> psycopg.Connection:
        return psycopg.connect(self.dsn)
