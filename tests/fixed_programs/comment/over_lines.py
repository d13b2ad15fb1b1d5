import asyncio


async def main():
    await asyncio.sleep(
        0,
        result="# noqa: CNC101",
    )  # noqa: CNC101
    return "# noqa: CNC101"
