"""The decorated function is harmless; the wrapper around it pauses before each call."""
import time
from functools import wraps


def paced(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        time.sleep(0.1)
        return function(*args, **kwargs)

    return wrapper


@paced
def render(name: str) -> str:
    return f"<h1>{name}</h1>"


async def page(name: str) -> str:
    return render(name)  # CNC101
