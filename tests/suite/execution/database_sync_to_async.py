"""Channels' decorator runs the query of a consumer in a thread."""
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.contrib.auth import get_user_model


class ChatConsumer(AsyncWebsocketConsumer):
    @database_sync_to_async
    def find_user(self, name: str):
        return get_user_model().objects.get(username=name)

    async def connect(self) -> None:
        self.user = await self.find_user(self.scope["url_route"]["kwargs"]["name"])
        await self.accept()
