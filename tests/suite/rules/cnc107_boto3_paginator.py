"""A paginator asks AWS for the next page while the loop iterates it."""
import boto3

paginator = boto3.client("s3").get_paginator("list_objects_v2")


async def bucket_size(bucket: str) -> int:
    total = 0
    for page in paginator.paginate(Bucket=bucket):  # CNC107
        total += sum(item["Size"] for item in page["Contents"])
    return total
