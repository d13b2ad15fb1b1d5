"""A limiter of one's own, enlarged later."""
import os
import anyio
from anyio import CapacityLimiter
THREADS = int(os.getenv("THREADS", "64"))
limiter = CapacityLimiter(8)
async def lifespan(app):
    limiter.total_tokens = THREADS  # CNC401
    yield
async def load(path):
    return await anyio.to_thread.run_sync(path.read_bytes, limiter=limiter)
