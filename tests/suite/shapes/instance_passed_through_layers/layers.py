"""A connection is made at the top and handed down through constructors without annotations."""
import psycopg2


class Connection:
    def __init__(self, dsn):
        self.raw = psycopg2.connect(dsn)

    def query(self, sql):
        with self.raw.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()


class Repository:
    def __init__(self, connection):
        self.connection = connection

    def orders(self):
        return self.connection.query("select * from orders")


class Service:
    def __init__(self, repository):
        self.repository = repository

    def report(self):
        return len(self.repository.orders())
