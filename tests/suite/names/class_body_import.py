"""A function imported in a class body is an attribute of the class; `self._nap` sleeps."""


class Heartbeat:
    from time import sleep as _nap

    interval = 0.5

    async def beat(self) -> None:
        self._nap(self.interval)  # CNC101
