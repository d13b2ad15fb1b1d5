import asyncio

import stripe

from . import clients
from .clients import async_vectors, slack, sms, vectors


async def tell(channel: str, text: str) -> None:
    slack.chat_postMessage(channel=channel, text=text)  # CNC102
    await asyncio.to_thread(slack.chat_postMessage, channel=channel, text=text)


async def text_message(number: str, text: str) -> None:
    if clients.sms:
        clients.sms.messages.create(to=number, body=text)  # CNC102
    if sms is not None:
        sms.messages.create(to=number, body=text)  # CNC102


async def customer(email: str):
    return stripe.Customer.create(email=email)  # CNC102


async def near(vector: list[float]):
    await async_vectors.query_points("texts", query=vector)
    return vectors.query_points("texts", query=vector)  # CNC102
