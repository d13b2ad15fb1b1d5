"""A DynamoDB table comes from two factory calls; its `get_item` goes over the network."""
import boto3

table = boto3.resource("dynamodb").Table("subscriptions")


async def subscription(user_id: str) -> dict:
    return table.get_item(Key={"user": user_id})["Item"]  # CNC107
