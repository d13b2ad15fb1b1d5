# offload: asyncio anyio
from pathlib import Path


class Settings:
    @classmethod
    def loaded(cls, name):
        return cls.parsed(Path(name).read_text())

    @staticmethod
    def parsed(text):
        return text.splitlines()


async def main():
    return Settings.loaded("data.txt")[1:]
