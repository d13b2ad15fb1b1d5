"""The number of threads is set on the limiter."""
import anyio
import anyio.to_thread
import trio
from anyio import to_thread
async def startup():
    anyio.to_thread.current_default_thread_limiter().total_tokens = 100  # CNC401
async def by_variable():
    limiter = to_thread.current_default_thread_limiter()
    limiter.total_tokens = 8 * 10  # CNC401
async def small():
    limiter = to_thread.current_default_thread_limiter()
    limiter.total_tokens = 12
async def of_trio():
    trio.to_thread.current_default_thread_limiter().total_tokens = 200  # CNC401
