"""A psycopg2 cursor receives all rows in `execute`; fetching them is memory only."""
import psycopg2

connection = psycopg2.connect("dbname=geo")


async def city(postcode: str) -> str:
    cursor = connection.cursor()
    cursor.execute("SELECT city FROM postcodes WHERE code = %s", (postcode,))  # CNC105
    return cursor.fetchone()[0]
