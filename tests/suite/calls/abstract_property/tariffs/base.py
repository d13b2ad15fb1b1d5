from abc import ABC, abstractmethod


class Tariff(ABC):
    @property
    @abstractmethod
    def price(self) -> float: ...
