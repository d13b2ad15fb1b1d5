"""Headings with bold labels, one of them not filled in."""
from celery import shared_task
from nats.aio.client import Client
@shared_task
def build(number): ...
async def placed(client: Client, event, headers):
    await client.publish("orders", event.SerializeToString(), headers=headers)
