"""`result` of an asyncio task or future never waits: it raises when there is no result yet."""
import asyncio


async def compute() -> int:
    await asyncio.sleep(0)
    return 42


async def answer() -> int:
    task = asyncio.create_task(compute())
    await asyncio.wait({task})
    wrapped = asyncio.get_running_loop().run_in_executor(None, int, "7")
    await asyncio.wait([wrapped])
    return task.result() + wrapped.result()
