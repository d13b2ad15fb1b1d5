"""A generator expression that is kept runs where it is iterated, and its first iterable at once."""

import asyncio
import time

import requests
from starlette.responses import StreamingResponse


def pages(urls):
    return (requests.get(url, timeout=5) for url in urls)


async def only_made(urls):
    waits = (time.sleep(each) for each in range(3))
    return waits, pages(urls)


async def given_to_a_thread(urls):
    return await asyncio.to_thread(list, (requests.get(url, timeout=5) for url in urls))


async def iterated_later(urls):
    found = pages(urls)
    for page in found:  # CNC102
        print(page)
    waits = (time.sleep(each) for each in range(3))
    return list(waits)  # CNC101


async def iterated_here(urls):
    return sum(len(requests.get(url, timeout=5).text) for url in urls)  # CNC102


async def first_iterable(url):
    names = (row["name"] for row in requests.get(url, timeout=5).json())  # CNC102
    return names


async def nested(groups):
    lazily = (requests.get(url, timeout=5) for group in groups if group for url in group if url)
    return [page.text for page in lazily]  # CNC102


async def sent_later(urls):
    return StreamingResponse(requests.get(url, timeout=5).text for url in urls)
