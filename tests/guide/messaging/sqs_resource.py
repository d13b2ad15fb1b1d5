"""The queue as a resource."""
import json
import boto3
queue = boto3.resource("sqs").get_queue_by_name(QueueName="orders")
def placed(order):
    queue.send_message(MessageBody=json.dumps({"id": order.id}))  # CNC302 CNC303
