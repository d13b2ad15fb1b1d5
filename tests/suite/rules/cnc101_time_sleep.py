"""`time.sleep` in a coroutine that polls: every other task waits with it."""
import time


class JobWatcher:
    def __init__(self, states: list[str]) -> None:
        self.states = states

    async def wait(self) -> str:
        while self.states[-1] == "running":
            time.sleep(2)  # CNC101
        return self.states[-1]
