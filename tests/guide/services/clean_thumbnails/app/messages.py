from opentelemetry.propagate import inject
from pydantic import BaseModel
class ImageStored(BaseModel):
    event_id: str
    key: str
def attributes() -> dict[str, dict[str, str]]:
    carrier: dict[str, str] = {}
    inject(carrier)
    return {name: {"DataType": "String", "StringValue": value} for name, value in carrier.items()}
async def announce(client, queue: str, message: ImageStored) -> None:
    await client.send_message(QueueUrl=queue, MessageBody=message.model_dump_json(), MessageAttributes=attributes())
