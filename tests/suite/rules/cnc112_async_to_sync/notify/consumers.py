"""The helper in another module bridges with `async_to_sync`, which raises on a running loop."""
from channels.generic.websocket import AsyncWebsocketConsumer

from .groups import broadcast


class ChatConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data: str = "", bytes_data: bytes = b"") -> None:
        broadcast("lobby", text_data)  # CNC112
