"""Decorators, default values and annotations of a coroutine run at definition, before any loop."""
import time
from pathlib import Path


def configured(path: str):
    settings = Path(path).read_text()

    def decorate(function):
        function.settings = settings
        return function

    return decorate


def boot_delay() -> float:
    time.sleep(0.1)
    return time.monotonic()


@configured("/etc/agent.conf")
async def agent(started: float = boot_delay(), motd: str = Path("/etc/motd").read_text()) -> str:
    return f"{motd} {started}"
