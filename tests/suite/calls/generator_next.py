"""`next()` runs the generator up to its first `yield`, past a blocking request."""
import requests


def token_stream(url: str):
    while True:
        yield requests.post(url).json()["token"]


async def first_token(url: str) -> str:
    tokens = token_stream(url)
    return next(tokens)  # CNC102
