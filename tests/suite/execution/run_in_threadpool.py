"""Both spellings of Starlette's `run_in_threadpool` offload what they are given."""
from fastapi.concurrency import run_in_threadpool
from starlette import concurrency

import boto3

sqs = boto3.client("sqs")


def enqueue(body: str) -> dict:
    return sqs.send_message(QueueUrl="https://sqs.example.com/q", MessageBody=body)


async def submit(body: str) -> str:
    first = await run_in_threadpool(enqueue, body)
    await concurrency.run_in_threadpool(sqs.purge_queue, QueueUrl="https://sqs.example.com/dead")
    return first["MessageId"]
