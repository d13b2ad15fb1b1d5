"""A client of a session."""
import aioboto3
session = aioboto3.Session()
async def placed(event, traceparent):
    async with session.client("sqs") as client:
        await client.send_message(QueueUrl="orders", MessageBody=event.model_dump_json())  # CNC303
        attributes = {"traceparent": {"DataType": "String", "StringValue": traceparent}}
        await client.send_message(QueueUrl="orders", MessageBody=event.model_dump_json(), MessageAttributes=attributes)
