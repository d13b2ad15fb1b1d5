"""The convenience functions of subprocess wait for the child."""
import subprocess


async def deploy(image: str) -> str:
    subprocess.check_call(["docker", "pull", image])  # CNC104
    return subprocess.getoutput(f"docker inspect {image}")  # CNC104
