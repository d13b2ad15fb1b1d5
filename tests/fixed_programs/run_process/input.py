# offload: anyio
import subprocess


async def main():
    return subprocess.run(["cat"], input=b"x", capture_output=True).stdout.decode()
