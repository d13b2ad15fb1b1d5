"""The stream of a connection that the class keeps."""
import nats
class Bus:
    async def start(self):
        self.client = await nats.connect("nats://nats:4222")
        self.stream = self.client.jetstream()
    async def placed(self, event):
        await self.stream.publish("orders", event.model_dump_json().encode(), headers={"Nats-Msg-Id": event.event_id})  # CNC303
    async def returned(self, event, traceparent):
        await self.stream.publish("returns", event.model_dump_json().encode(), headers={"traceparent": traceparent})
