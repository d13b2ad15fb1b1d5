"""A static method called on the class sleeps on the calling thread."""
import time


class Throttle:
    @staticmethod
    def hold(milliseconds: int) -> None:
        time.sleep(milliseconds / 1000)


async def send_bulk(messages: list[str]) -> int:
    for _ in messages:
        Throttle.hold(20)  # CNC101
    return len(messages)
