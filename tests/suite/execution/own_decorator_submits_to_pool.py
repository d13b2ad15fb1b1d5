"""The wrapper submits the function to a pool and returns the future, which the coroutine awaits."""
import asyncio
import subprocess
from concurrent.futures import ThreadPoolExecutor
from functools import wraps

pool = ThreadPoolExecutor(max_workers=2)


def detached(function):
    @wraps(function)
    def wrapper(*args):
        return asyncio.wrap_future(pool.submit(function, *args))

    return wrapper


@detached
def compile_theme(name: str) -> str:
    return subprocess.check_output(["sass", name], text=True)


async def theme(name: str) -> str:
    return await compile_theme(name)
