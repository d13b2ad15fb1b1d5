"""trio's own offload takes the function and its arguments."""
import time

import trio


async def settle(seconds: float) -> None:
    await trio.to_thread.run_sync(time.sleep, seconds)
