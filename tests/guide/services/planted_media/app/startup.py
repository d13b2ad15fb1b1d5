import anyio.to_thread
from app import settings
async def startup():
    anyio.to_thread.current_default_thread_limiter().total_tokens = settings.THREADS  # CNC401
