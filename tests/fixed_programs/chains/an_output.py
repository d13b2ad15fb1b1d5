# offload: asyncio anyio
import subprocess


async def main():
    return subprocess.check_output(["echo", "a b"], text=True).strip().split()
