"""A limiter at module level that offloads are bounded by."""
import anyio
limiter = anyio.CapacityLimiter(250)  # CNC401
async def load(path):
    return await anyio.to_thread.run_sync(path.read_bytes, limiter=limiter)
