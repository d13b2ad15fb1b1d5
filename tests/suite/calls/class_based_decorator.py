"""The decorator is a class; calling the decorated name runs its `__call__`, which calls the function."""
import psycopg2


class Timed:
    def __init__(self, function) -> None:
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)


@Timed
def connect(dsn: str):
    return psycopg2.connect(dsn)


async def check(dsn: str) -> bool:
    return connect(dsn) is not None  # CNC105
