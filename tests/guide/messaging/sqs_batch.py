"""A batch of messages."""
import json
import boto3
def send(orders):
    client = boto3.client("sqs", region_name="eu-west-1")
    client.send_message_batch(QueueUrl="orders", Entries=[{"Id": "1", "MessageBody": json.dumps({"id": 1})}])  # CNC302 CNC303
