"""psycopg's synchronous connection blocks when it connects and when it executes."""
import psycopg


async def role(user: str) -> str:
    with psycopg.connect("dbname=auth") as connection:  # CNC105
        return connection.execute("SELECT role FROM users WHERE name = %s", (user,)).fetchone()[0]  # CNC105
