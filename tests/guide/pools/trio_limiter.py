"""A limiter that bounds threads."""
import trio
async def load(path):
    limiter = trio.CapacityLimiter(99)  # CNC401
    return await trio.to_thread.run_sync(path.read_bytes, limiter=limiter)
