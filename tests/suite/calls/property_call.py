"""`property` called with a lambda: reading the attribute runs it."""

import pathlib


class Doc:
    def __init__(self, path: str):
        self.path = pathlib.Path(path)

    text = property(lambda self: self.path.read_text())

    @staticmethod
    def parse(raw):
        return raw.split()

    async def words(self):
        return self.parse(self.text)  # CNC103
