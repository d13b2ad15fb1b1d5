"""A recursive walk calls itself per child and reads a file at every leaf."""
from pathlib import Path


def total_size(node: dict) -> int:
    if "path" in node:
        return len(Path(node["path"]).read_bytes())
    return sum(total_size(child) for child in node["children"])


async def report(tree: dict) -> str:
    return f"{total_size(tree)} bytes"  # CNC103
