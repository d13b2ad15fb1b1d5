"""Headers of NATS, completed in various ways."""
from nats.aio.client import Client
async def send(client: Client, event, parent):
    headers = {"Nats-Msg-Id": event.event_id}
    headers.setdefault("traceparent", parent)
    await client.publish("orders", event.SerializeToString(), headers=headers)
async def send_alike(client: Client, event, parent):
    other = {"Nats-Msg-Id": event.event_id}
    await client.publish("orders", event.SerializeToString(), headers=other)  # CNC303
    third = {}
    third["traceparent"] = parent
    await client.publish("orders", event.SerializeToString(), "", third)
    await client.publish("orders", event.SerializeToString(), "reply", {"kind": "placed"})  # CNC303
