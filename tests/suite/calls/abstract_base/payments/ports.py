from abc import ABC, abstractmethod


class PaymentPort(ABC):
    @abstractmethod
    def charge(self, cents: int, token: str) -> str: ...
