"""The standard library's HTTP connection sends and receives on the calling thread."""
import http.client


async def ping(host: str) -> int:
    connection = http.client.HTTPSConnection(host, timeout=4)
    connection.request("HEAD", "/")  # CNC102
    return connection.getresponse().status  # CNC102
