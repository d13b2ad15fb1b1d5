"""Who has asked whether there is anything to wait for, and takes it only then, does not wait."""

import multiprocessing
import queue
import threading
from multiprocessing.connection import Connection

lines: queue.Queue[str] = queue.Queue()
bounded = queue.Queue(maxsize=10)
results = multiprocessing.Queue()


async def drain() -> list[str]:
    found = []
    while not lines.empty():
        found.append(lines.get())
    return found


async def take_one() -> str | None:
    if lines.empty():
        return None
    return lines.get()


async def take_while_there_are() -> None:
    while lines.qsize():
        lines.get()


async def take_if_there_are_some() -> str | None:
    if lines.qsize() > 0:
        return lines.get()
    return None


async def put_if_there_is_room(line: str) -> None:
    if not bounded.full():
        bounded.put(line)


async def of_another_process(connection: Connection) -> list[object]:
    found = []
    if connection.poll():
        found.append(connection.recv())
    while not results.empty():
        found.append(results.get())
    return found


async def forget(thread: threading.Thread, process: multiprocessing.Process) -> None:
    if not thread.is_alive():
        thread.join()
    if not process.is_alive():
        process.join()


async def waits_all_the_same(thread: threading.Thread) -> str:
    if lines.empty():
        lines.get()  # CNC106
    while bounded.full():
        bounded.put("")  # CNC106
    if thread.is_alive():
        thread.join()  # CNC106
    while not results.empty():
        lines.get()  # CNC106
    return lines.get()  # CNC106
