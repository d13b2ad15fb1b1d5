"""The type variable is bound to a project class, so its blocking method may be called."""
import time
from typing import TypeVar


class Instrument:
    def calibrate(self) -> None:
        time.sleep(2)


T = TypeVar("T", bound=Instrument)


async def prepare(instrument: T) -> T:
    instrument.calibrate()  # CNC101
    return instrument
