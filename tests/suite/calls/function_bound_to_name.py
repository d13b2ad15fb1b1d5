"""The library function was bound to a module name; calling the name is calling the function."""
import subprocess

run_command = subprocess.run


async def restart(unit: str) -> None:
    run_command(["systemctl", "restart", unit], check=True)  # CNC104
