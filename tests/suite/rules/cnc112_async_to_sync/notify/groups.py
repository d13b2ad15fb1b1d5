from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer


def broadcast(room: str, text: str) -> None:
    layer = get_channel_layer()
    async_to_sync(layer.group_send)(room, {"type": "chat.message", "text": text})
