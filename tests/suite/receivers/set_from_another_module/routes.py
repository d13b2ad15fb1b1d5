"""Coroutines that use what was set up elsewhere."""
from set_from_another_module import state
from set_from_another_module.state import Registry, worker


async def cached(key: str):
    return state.client.get(key)  # CNC105


async def listed():
    return Registry.database.cursor()


async def counted(query: str):
    cursor = Registry.database.cursor()
    cursor.execute(query)  # CNC105
    return state.limit


async def job():
    return worker.queue.get()  # CNC106


async def named():
    state.label.get("x")
    Registry.size.get("x")
    return worker.name.get("x")
