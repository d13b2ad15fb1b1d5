"""Fixtures that are methods of the test's class, or of a base class."""

import psycopg2
import pytest


class WithCursor:
    @pytest.fixture
    def cursor(self, connection):
        return connection.cursor()


class TestRows(WithCursor):
    @pytest.fixture
    def connection(self):
        connection = psycopg2.connect("dsn")
        yield connection
        connection.close()

    @pytest.mark.asyncio
    async def test_rows(self, connection, cursor):
        connection.commit()  # CNC105
        cursor.execute("select 1")

    def test_without_loop(self, connection):
        connection.commit()
