"""A worker thread answers through a queue and an event, and a coroutine waits for both."""
import asyncio
import queue
import threading


class Worker(threading.Thread):
    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.ready = threading.Event()
        self.jobs: queue.Queue[str] = queue.Queue()
        self.results = queue.Queue(maxsize=10)

    def run(self) -> None:
        self.ready.set()
        while True:
            self.results.put(self.jobs.get().upper())

    def ask(self, text: str) -> str:
        self.jobs.put(text)
        return self.results.get()


worker = Worker()


async def start() -> None:
    worker.start()
    worker.ready.wait()  # CNC106


async def ask(text: str) -> str:
    return worker.ask(text)  # CNC106


async def ask_elsewhere(text: str) -> str:
    return await asyncio.to_thread(worker.ask, text)


async def stop() -> None:
    worker.join()  # CNC106


async def poll() -> str | None:
    try:
        return worker.results.get_nowait()
    except queue.Empty:
        return None
