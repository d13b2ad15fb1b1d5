"""The offload imported as `from anyio import to_thread` is the same offload."""
import subprocess

from anyio import to_process, to_thread


def convert(source: str) -> int:
    return subprocess.call(["ffmpeg", "-i", source, "out.mp4"])


async def transcode(source: str) -> int:
    if source.endswith(".mkv"):
        return await to_process.run_sync(convert, source)
    return await to_thread.run_sync(convert, source)
