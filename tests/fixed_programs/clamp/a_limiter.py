# select: CNC401
# before: 40
# after: 4
import threading

import anyio

most = 0
running = 0
lock = threading.Lock()


def work():
    global most, running
    with lock:
        running += 1
        most = max(most, running)
    threading.Event().wait(0.3)
    with lock:
        running -= 1


async def main():
    limiter = anyio.CapacityLimiter(40)
    async with anyio.create_task_group() as group:
        for _ in range(40):
            group.start_soon(lambda: anyio.to_thread.run_sync(work, limiter=limiter))
    return most
