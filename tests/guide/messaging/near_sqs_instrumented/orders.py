"""Instrumentation that is switched on elsewhere."""
import boto3
import pika
channel = pika.BlockingConnection().channel()
def placed(event):
    boto3.client("sqs").send_message(QueueUrl="orders", MessageBody=event.model_dump_json())
    channel.basic_publish("", "orders", event.model_dump_json().encode())
