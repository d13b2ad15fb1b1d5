"""The function is stored on the instance in the constructor and called through the attribute."""
import requests


def post_event(event: dict) -> None:
    requests.post("https://events.example.com", json=event)


class EventSink:
    def __init__(self) -> None:
        self._emit = post_event

    async def order_paid(self, order_id: int) -> None:
        self._emit({"type": "paid", "order": order_id})  # CNC102
