"""Subscription runs `__getitem__`, which gets an object from S3."""
import boto3

s3 = boto3.client("s3")


class Bucket:
    def __init__(self, name: str) -> None:
        self.name = name

    def __getitem__(self, key: str) -> dict:
        return s3.get_object(Bucket=self.name, Key=key)


async def avatar(user: str) -> int:
    avatars = Bucket("avatars")
    return avatars[user]["ContentLength"]  # CNC107
