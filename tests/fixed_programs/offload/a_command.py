# offload: asyncio anyio
import subprocess


async def main():
    return subprocess.call(["false"])
