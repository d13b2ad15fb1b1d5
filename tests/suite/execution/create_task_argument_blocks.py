"""The coroutine becomes a task, but its argument is computed first, on the loop."""
import asyncio

import psycopg2

connection = psycopg2.connect("dbname=mail")


def recipients(campaign: int) -> list[str]:
    cursor = connection.cursor()
    cursor.execute("SELECT address FROM recipients WHERE campaign = %s", (campaign,))
    return [row[0] for row in cursor.fetchall()]


async def deliver(addresses: list[str]) -> int:
    await asyncio.sleep(0)
    return len(addresses)


async def launch(campaign: int) -> int:
    async with asyncio.timeout(10):
        task = asyncio.create_task(deliver(recipients(campaign)))  # CNC105
        return await task
