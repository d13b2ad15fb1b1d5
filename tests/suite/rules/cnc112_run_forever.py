"""Starting a second loop with `run_forever` inside a coroutine raises."""
import asyncio


async def start_background_loop() -> None:
    loop = asyncio.new_event_loop()
    loop.run_forever()  # CNC112
