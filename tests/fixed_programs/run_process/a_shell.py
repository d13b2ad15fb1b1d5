# offload: anyio
import subprocess


async def main():
    return subprocess.run(
        "echo $A; exit 3", shell=True, env={"A": "b"}, stdout=subprocess.PIPE
    ).stdout
