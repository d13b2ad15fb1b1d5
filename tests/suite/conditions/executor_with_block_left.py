"""Leaving the block of a pool waits for what was only submitted in it."""

import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def resize(path: str) -> None: ...


async def all_of_them(paths: list[str]) -> None:
    with ThreadPoolExecutor() as pool:  # CNC106
        for path in paths:
            pool.submit(resize, path)


def in_processes(paths: list[str]) -> None:
    with ProcessPoolExecutor() as pool:
        for path in paths:
            pool.submit(resize, path)


async def through_helper(paths: list[str]) -> None:
    in_processes(paths)  # CNC106


async def awaited(paths: list[str]) -> None:
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(resize, path) for path in paths]
        await asyncio.gather(*map(asyncio.wrap_future, futures))


async def taken(paths: list[str]) -> None:
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(resize, path) for path in paths]
        for future in as_completed(futures):  # CNC106
            print(future.result())


async def handed_to_the_loop(path: str) -> None:
    with ThreadPoolExecutor() as pool:
        await asyncio.get_running_loop().run_in_executor(pool, resize, path)


async def unused() -> None:
    with ThreadPoolExecutor():
        pass
