"""Default values of a function defined inside a coroutine are evaluated on the loop, at its definition."""
from pathlib import Path


async def build_greeter(path: Path):
    def greet(name: str, template: str = path.read_text()) -> str:  # CNC103
        return template.format(name=name)

    return greet
