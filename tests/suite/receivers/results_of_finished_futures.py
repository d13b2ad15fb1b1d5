"""What `as_completed` gives is done: its result does not wait, and is what the submitted function returned."""
import concurrent.futures
import sqlite3

cursor = sqlite3.connect("cache.db").cursor()
STATEMENT = "SELECT 1"


async def each_of_a_list():
    rows = []
    pool = concurrent.futures.ThreadPoolExecutor()
    for future in concurrent.futures.as_completed([pool.submit(cursor.execute, STATEMENT)]):  # CNC106
        rows.append(future.result().fetchone())  # CNC105
    return rows


async def each_of_a_comprehension(statements):
    pool = concurrent.futures.ThreadPoolExecutor()
    futures = [pool.submit(cursor.execute, statement) for statement in statements]
    for future in concurrent.futures.as_completed(futures):  # CNC106
        result = future.result()
        if future.exception() is None:
            result.fetchall()  # CNC105


async def named_in_a_dictionary(statements):
    pool = concurrent.futures.ThreadPoolExecutor()
    names = {pool.submit(cursor.execute, statement): statement for statement in statements}
    for future in concurrent.futures.as_completed(names):  # CNC106
        print(names[future], future.result().fetchone())  # CNC105


async def rows_fetched_in_the_pool():
    pool = concurrent.futures.ThreadPoolExecutor()
    for future in concurrent.futures.as_completed([pool.submit(cursor.fetchone)]):  # CNC106
        print(future.result())


async def of_unknown_futures(futures):
    for future in concurrent.futures.as_completed(futures):  # CNC106
        future.result().fetchone()
