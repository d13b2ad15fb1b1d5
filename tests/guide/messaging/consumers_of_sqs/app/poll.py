"""Queues of Amazon, read outside the folder."""
import aioboto3
import boto3
async def awaited():
    async with aioboto3.Session().client("sqs") as client:
        return await client.receive_message(QueueUrl="orders", WaitTimeSeconds=20)  # CNC301
def resource():
    queue = boto3.resource("sqs").Queue("https://sqs/orders")
    return queue.receive_messages(MaxNumberOfMessages=10)  # CNC301
