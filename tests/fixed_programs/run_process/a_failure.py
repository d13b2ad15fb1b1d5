# offload: anyio
import subprocess


async def main():
    try:
        subprocess.run(["false"], check=True)
    except subprocess.CalledProcessError as error:
        return error.returncode, error.stdout
