import json
from nats.aio.client import Client
def keep(state): ...
async def on_state(message) -> None:
    state = json.loads(message.data)  # CNC307
    keep(state["value"])
async def start(client: Client) -> None:
    await client.subscribe("states", queue="telemetry", cb=on_state)
