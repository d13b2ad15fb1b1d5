"""`Context.run` calls the function in the caller's thread: it is no offload."""
import contextvars
import time


def slow_audit(user: str) -> None:
    time.sleep(len(user) / 10)


async def audit(user: str) -> None:
    context = contextvars.copy_context()
    context.run(slow_audit, user)  # CNC101
