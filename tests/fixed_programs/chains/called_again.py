# offload: asyncio anyio
import time


def chosen(name):
    time.sleep(0.01)
    return str.upper if name == "loud" else str.lower


async def main():
    return chosen("loud")("What") + chosen("quiet")("Is")
