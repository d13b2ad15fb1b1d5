"""Production injects a harmless sender; a test injects a blocking stub, which says nothing about production."""


def print_sender(text: str) -> int:
    return len(text)


class Digest:
    def __init__(self, send=print_sender) -> None:
        self.send = send

    async def deliver(self, lines: list[str]) -> int:
        return self.send("\n".join(lines))


digest = Digest()
