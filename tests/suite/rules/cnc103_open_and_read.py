"""Opening and reading a file in one coroutine is one defect, reported where it is opened."""


async def license_key(path: str) -> str:
    with open(path) as handle:  # CNC103
        return handle.read().strip()
