"""Thread-locals, clocks, ids and the environment cost nothing worth a thread."""
import os
import threading
import time
import uuid

local = threading.local()


async def request_context() -> dict:
    local.started = time.monotonic()
    return {
        "id": uuid.uuid4().hex,
        "pid": os.getpid(),
        "thread": threading.current_thread().name,
        "region": os.environ.get("REGION", "eu"),
    }
