"""With `WNOHANG` the call asks for a finished child and returns at once."""
import os


async def reap(pid: int) -> bool:
    finished, _status = os.waitpid(pid, os.WNOHANG)
    return finished == pid
