# offload: anyio
import subprocess


async def main():
    return subprocess.run(["false"]).returncode
