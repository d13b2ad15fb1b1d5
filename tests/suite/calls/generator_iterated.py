"""The body of a sync generator runs while the coroutine iterates it."""


def read_rows(path: str):
    with open(path) as source:
        yield from source


async def count_errors(path: str) -> int:
    errors = 0
    for row in read_rows(path):  # CNC103
        errors += "ERROR" in row
    return errors
