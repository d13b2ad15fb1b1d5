"""A method that every backend overrides is called through the base class, whose own body only raises."""


class Handler:
    name = ""

    def handle(self, path: str) -> str:
        raise NotImplementedError

    def describe(self) -> str:
        return self.name

    async def process(self, path: str) -> str:
        return self.handle(path)  # CNC103 CNC104
