import socket


def push(name: str, value: float) -> None:
    socket.create_connection(("statsd", 8125)).sendall(f"{name}:{value}|g".encode())
