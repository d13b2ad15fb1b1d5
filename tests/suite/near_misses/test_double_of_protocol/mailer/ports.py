from abc import ABC, abstractmethod


class Clock(ABC):
    @abstractmethod
    def pause(self) -> float: ...


class LogicalClock(Clock):
    def __init__(self) -> None:
        self.now = 0.0

    def pause(self) -> float:
        self.now += 1
        return self.now
