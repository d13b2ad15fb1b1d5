import requests


def country_of(address: str) -> str:  # noqa: CNC102
    reply = requests.get(f"http://localhost:9000/{address}")
    return reply.text


def city_of(address: str) -> str:
    return country_of(address) + "/capital"
