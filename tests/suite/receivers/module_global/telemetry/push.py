"""The receiver is a global of another module."""
from telemetry import state


async def push(lines: str) -> None:
    state.pool.request("POST", "https://tsdb.example.com/write", body=lines)  # CNC102
