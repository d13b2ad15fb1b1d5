"""A method called `sleep` is no global: the bare name in a sibling method is the asyncio one."""
from asyncio import sleep


class Mattress:
    def __init__(self) -> None:
        self.nights = 0

    def sleep(self, nights: int) -> None:
        import time

        time.sleep(nights)

    async def test_run(self) -> None:
        await sleep(0.1)
        self.nights += 1
