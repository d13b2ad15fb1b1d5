from nats.aio.client import Client
from pydantic import BaseModel
class Command(BaseModel):
    event_id: str
    name: str
class Devices:
    def __init__(self, client: Client) -> None:
        self._client = client
    async def command(self, device: str, command: Command) -> None:
        await self._client.publish("commands", command.model_dump_json().encode())  # CNC303
    async def ask(self, device: str, trace: str):
        return await self._client.request("state", device.encode(), headers={"traceparent": trace})
