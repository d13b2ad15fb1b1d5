import json
from app.queues import sqs
def search(order): ...
def listen():
    while True:
        for message in sqs.receive_message(QueueUrl="lost").get("Messages", []):
            search(json.loads(message["Body"])["order"])  # CNC307
            sqs.delete_message(QueueUrl="lost", ReceiptHandle=message["ReceiptHandle"])
