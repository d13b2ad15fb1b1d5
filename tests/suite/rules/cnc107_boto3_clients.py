"""Each operation of a boto3 client is an HTTPS request to AWS."""
import boto3

session = boto3.Session(profile_name="prod")
dynamodb = session.client("dynamodb")
sqs = boto3.client("sqs")


async def handle(order_id: str) -> None:
    dynamodb.put_item(TableName="orders", Item={"id": {"S": order_id}})  # CNC107
    sqs.send_message(QueueUrl="https://sqs.example.com/orders", MessageBody=order_id)  # CNC107
