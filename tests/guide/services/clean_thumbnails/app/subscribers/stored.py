import asyncio
from concurrent.futures import ProcessPoolExecutor
import aioboto3
from app.messages import ImageStored
from app.work import thumbnail
async def listen(queue: str) -> None:
    loop = asyncio.get_running_loop()
    session = aioboto3.Session()
    async with session.client("sqs") as client, session.client("s3") as bucket:
        while True:
            answer = await client.receive_message(QueueUrl=queue, WaitTimeSeconds=20, MessageAttributeNames=["All"])
            for message in answer.get("Messages", []):
                stored = ImageStored.model_validate_json(message["Body"])
                item = await bucket.get_object(Bucket="images", Key=stored.key)
                data = await item["Body"].read()
                small = await loop.run_in_executor(processes, thumbnail, data)
                await bucket.put_object(Bucket="thumbnails", Key=stored.key, Body=small)
                await client.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
processes = ProcessPoolExecutor()
