"""The subclass overrides `request` without I/O of its own and hands on to `super()`, which blocks."""
import httpx


class TracedClient(httpx.Client):
    def request(self, method: str, url: str, **options):
        options.setdefault("headers", {})["traceparent"] = "00-aa-bb-01"
        return super().request(method, url, **options)


async def price_of(sku: str) -> float:
    client = TracedClient(base_url="https://prices.example.com")
    return client.request("GET", f"/{sku}").json()["price"]  # CNC102
