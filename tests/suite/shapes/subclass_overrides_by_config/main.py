from .base import Handler
from .files import FileHandler
from .tools import ToolHandler


def handler(kind: str) -> Handler:
    return {"file": FileHandler, "tool": ToolHandler}[kind]()


async def run(kind: str, path: str) -> str:
    return handler(kind).handle(path)  # CNC103 CNC104


async def label(kind: str) -> str:
    return handler(kind).describe()
