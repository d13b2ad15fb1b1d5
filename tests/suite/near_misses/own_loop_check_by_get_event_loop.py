"""`get_event_loop` gives the running loop wherever one runs, so that its RuntimeError is met outside only."""
import asyncio


async def loaded() -> str:
    return ""


def current() -> str:
    try:
        loop = asyncio.get_event_loop()
        if loop.is_running():
            return "later"
        return loop.run_until_complete(loaded())
    except RuntimeError:
        return asyncio.run(loaded())


def anyhow() -> str:
    try:
        return open("/etc/hostname").read()
    except RuntimeError:
        return asyncio.run(loaded())


async def handler() -> str:
    return current()


async def other() -> str:
    return anyhow()  # CNC103 CNC112
