"""The class stores what it is given: one instance holds a sync client, and only its caller is on the loop."""
import queue


class Mailbox:
    def __init__(self) -> None:
        self.letters: queue.SimpleQueue = queue.SimpleQueue()

    def next(self) -> str:
        return self.letters.get()


class Poller:
    def __init__(self, mailbox: Mailbox) -> None:
        self.mailbox = mailbox

    async def poll(self) -> str:
        return self.mailbox.next()  # CNC106
