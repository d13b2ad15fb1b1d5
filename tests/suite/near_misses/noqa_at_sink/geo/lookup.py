import requests


def country_of(address: str) -> str:
    return requests.get(f"http://localhost:9000/{address}").text  # noqa: CNC102
