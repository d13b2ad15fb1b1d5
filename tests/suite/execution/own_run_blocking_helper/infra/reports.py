"""The helper passes the callable on to a thread, as its body in the other module shows."""
import psycopg2

from infra.blocking import run_blocking


def monthly_totals(month: str) -> list:
    with psycopg2.connect("dbname=ledger") as connection, connection.cursor() as cursor:
        cursor.execute("SELECT total FROM months WHERE month = %s", (month,))
        return cursor.fetchall()


async def report(month: str) -> list:
    return await run_blocking(monthly_totals, month)
