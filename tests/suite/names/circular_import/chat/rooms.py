"""Two modules import each other; the name defined in the other one blocks on DNS."""
from chat import members


def server_of(room: str) -> str:
    return f"{room}.chat.example.com"


async def join(room: str, nick: str) -> dict:
    return {"nick": nick, "address": members.resolve(room)}  # CNC107
