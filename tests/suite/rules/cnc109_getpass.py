"""`getpass` waits for a human to type a password."""
from getpass import getpass


async def unlock(prompt: str) -> str:
    return getpass(prompt)  # CNC109
