"""External programs run below coroutines: git by a class, a converter by a helper, a shell by os."""
import asyncio
import os
import subprocess
from pathlib import Path


class Repository:
    def __init__(self, path: Path) -> None:
        self.path = path

    def _git(self, *arguments: str) -> str:
        return subprocess.check_output(["git", "-C", str(self.path), *arguments], text=True)

    def head(self) -> str:
        return self._git("rev-parse", "HEAD").strip()

    async def update(self) -> str:
        process = await asyncio.create_subprocess_exec("git", "fetch", cwd=self.path)
        await process.wait()
        return self.head()  # CNC104

    async def update_elsewhere(self) -> str:
        return await asyncio.to_thread(self.head)


def convert(source: str, target: str) -> None:
    process = subprocess.Popen(["ffmpeg", "-i", source, target])
    process.wait()


async def audio(source: str) -> None:
    convert(source, "/tmp/x.mp3")  # CNC104
    os.system("sync")  # CNC104


async def audio_started(source: str) -> int:
    return subprocess.Popen(["ffmpeg", "-i", source]).pid  # CNC104
