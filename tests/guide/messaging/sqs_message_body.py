"""A dict as text for SQS, without attributes."""
import json
import boto3
sqs = boto3.client("sqs")
def placed(order):
    sqs.send_message(QueueUrl="orders", MessageBody=json.dumps({"id": order.id}))  # CNC302 CNC303
