"""A tool is sent to a pool of processes, and its future is waited for on the loop."""
import asyncio
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor

pool = ProcessPoolExecutor()


def call(tool: str) -> str:
    return tool.upper()


def safe_call(tool: str) -> str:
    future: Future[str] = pool.submit(call, tool)
    return future.result(timeout=30)


async def handler(tool: str) -> str:
    return safe_call(tool)  # CNC106


async def handler_elsewhere(tool: str) -> str:
    return await asyncio.wrap_future(pool.submit(call, tool))


async def all_of_them(tools: list[str]) -> list[str]:
    with ThreadPoolExecutor(4) as threads:
        futures = [threads.submit(call, tool) for tool in tools]
        return [future.result() for future in futures]  # CNC106
