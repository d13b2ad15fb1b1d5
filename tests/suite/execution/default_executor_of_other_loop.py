"""The loop is kept on the object; its `run_in_executor` offloads like any other."""
import asyncio
import shutil


class Archiver:
    def __init__(self) -> None:
        self.loop = asyncio.get_event_loop()

    async def archive(self, folder: str) -> str:
        return await self.loop.run_in_executor(None, shutil.make_archive, folder, "zip", folder)
