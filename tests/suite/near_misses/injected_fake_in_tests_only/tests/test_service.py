import asyncio
import time

from app.service import Digest


def slow_sender(text: str) -> int:
    time.sleep(0.01)
    return len(text)


def test_deliver():
    assert asyncio.run(Digest(send=slow_sender).deliver(["a", "b"])) == 3
