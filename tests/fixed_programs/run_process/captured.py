# offload: anyio
import subprocess


async def main():
    done = subprocess.run(["echo", "a"], capture_output=True)
    return done.stdout, done.stderr, done.returncode
