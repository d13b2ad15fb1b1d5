"""The callback is stored by the coroutine and called by the thread's own loop only."""
import threading
import time


class Consumer:
    def __init__(self) -> None:
        self.on_message = None

    def start(self) -> None:
        threading.Thread(target=self._poll, daemon=True).start()

    def _poll(self) -> None:
        while self.on_message is not None:
            self.on_message("tick")


def slow_handler(message: str) -> None:
    time.sleep(0.5)


async def subscribe() -> Consumer:
    consumer = Consumer()
    consumer.on_message = slow_handler
    consumer.start()
    return consumer
