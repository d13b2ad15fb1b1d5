# offload: anyio
from pathlib import Path


class Report:
    def __init__(self, name):
        self.path = Path(name)

    async def text(self):
        return self.path.read_text().upper()


async def main():
    return await Report("data.txt").text()
