import time

from rates.provider import RateProvider


class SlowProvider(RateProvider):
    def rate(self, currency: str) -> float:
        time.sleep(1)
        return 1.0
