# offload: asyncio anyio
import time


def kind(of):
    time.sleep(0.01)
    return type(of).__name__


async def main():
    match kind(1), kind("a"):
        case "int", other:
            return other
