"""A cached function still runs at the first call for each argument; it runs a process."""
import functools
import subprocess


@functools.lru_cache(maxsize=128)
def ffprobe(path: str) -> str:
    return subprocess.check_output(["ffprobe", path], text=True)


async def duration(path: str) -> float:
    return float(ffprobe(path).split("=")[1])  # CNC104
