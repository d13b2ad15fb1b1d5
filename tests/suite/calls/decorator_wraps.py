"""The wrapper calls the decorated function inline, so calling the decorated name blocks."""
import functools
import logging

import requests

log = logging.getLogger(__name__)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.info("calling %s", function.__name__)
        return function(*args, **kwargs)

    return wrapper


@traced
def vat_valid(number: str) -> bool:
    return requests.get(f"https://vat.example.com/{number}").ok


async def register_company(vat: str) -> bool:
    return vat_valid(vat)  # CNC102
