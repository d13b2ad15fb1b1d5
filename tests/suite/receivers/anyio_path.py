"""`anyio.Path` has the methods of `pathlib.Path`, but they are coroutines and awaited."""
from anyio import Path


async def read_policy(name: str) -> str:
    policy = Path("/etc/policies") / name
    return await policy.read_text()
