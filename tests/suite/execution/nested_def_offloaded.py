"""The nested function is only handed to a thread."""
import asyncio


async def import_contacts(path: str) -> int:
    def rows() -> list[str]:
        with open(path) as source:
            return source.readlines()

    return len(await asyncio.to_thread(rows))
