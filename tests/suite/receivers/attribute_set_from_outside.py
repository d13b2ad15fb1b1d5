"""The attribute is set on the object by another function; the annotation of the parameter tells the class."""
import threading


class Pump:
    ready = None

    async def wait_ready(self) -> bool:
        return self.ready.wait()  # CNC106


def assemble(pump: Pump) -> None:
    pump.ready = threading.Event()
