import socket

from chat import rooms


def resolve(room: str) -> str:
    return socket.gethostbyname(rooms.server_of(room))
