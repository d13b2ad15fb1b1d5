"""A connected socket of the standard library sends and receives on the calling thread."""
import socket


async def whois(domain: str) -> bytes:
    connection = socket.create_connection(("whois.example.com", 43))  # CNC107
    connection.sendall(domain.encode() + b"\r\n")  # CNC107
    return connection.recv(4096)  # CNC107
