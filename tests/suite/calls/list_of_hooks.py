"""The coroutine calls every function of a list, and the second one publishes through SNS."""
import boto3

sns = boto3.client("sns")


def count(order: dict) -> None:
    order["hooks"] = order.get("hooks", 0) + 1


def publish(order: dict) -> None:
    sns.publish(TopicArn="arn:aws:sns:eu-west-1:1:orders", Message=str(order))


HOOKS = [count, publish]


async def order_created(order: dict) -> None:
    for hook in HOOKS:
        hook(order)  # CNC107
