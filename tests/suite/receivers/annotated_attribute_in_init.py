"""The attribute's own annotation in the constructor types it; the wait stands one object further."""
import queue

from postoffice import make_letters


class Mailbox:
    def __init__(self) -> None:
        self.letters: "queue.SimpleQueue[str]" = make_letters()

    def next(self) -> str:
        return self.letters.get()


class Poller:
    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox

    async def poll(self) -> str:
        return self.mailbox.next()  # CNC106
