"""A settings object holds the class of a backend, or an instance, and code calls through it."""
import asyncio
import shutil
from dataclasses import dataclass, field


class DiskStorage:
    def put(self, name: str, path: str) -> None:
        shutil.move(path, f"/data/{name}")


class Settings:
    STORAGE = DiskStorage()
    STORAGE_CLASS = DiskStorage


@dataclass
class Options:
    storage: DiskStorage = field(default_factory=DiskStorage)


settings = Settings()
options = Options()


async def put(name: str) -> None:
    settings.STORAGE.put(name, "/tmp/x")  # CNC103


async def put_by_class(name: str) -> None:
    settings.STORAGE_CLASS().put(name, "/tmp/x")  # CNC103


async def put_by_field(name: str) -> None:
    options.storage.put(name, "/tmp/x")  # CNC103


async def put_elsewhere(name: str) -> None:
    await asyncio.to_thread(settings.STORAGE.put, name, "/tmp/x")
