class RateProvider:
    def rate(self, currency: str) -> float:
        return {"EUR": 1.0, "USD": 1.1}[currency]
