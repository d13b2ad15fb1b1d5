"""Two star imports in a row carry the function from the innermost module to the package."""
from telemetry import PREFIX, push


async def record(name: str, value: float) -> None:
    push(PREFIX + name, value)  # CNC107
