import nats
from app.publishing import Publisher
from app.schemas import Alarm, Reading
from app.tracing import incoming
LIMIT = 100.0
async def listen(url: str) -> None:
    client = await nats.connect(url)
    stream = client.jetstream()
    publisher = Publisher(stream)
    subscription = await stream.pull_subscribe("readings", durable="alarms")
    while True:
        for message in await subscription.fetch(10):
            reading = Reading.model_validate_json(message.data)
            if reading.value > LIMIT:
                alarm = Alarm(event_id=reading.event_id, sensor=reading.sensor)
                await publisher.emit("alarms", alarm, reading.event_id, incoming(message.headers))
            await message.ack()
