"""Attributes of messages for SQS and SNS."""
import json
import boto3
sqs = boto3.client("sqs")
sns = boto3.client("sns")
def traced(event, parent):
    attributes = {"traceparent": {"DataType": "String", "StringValue": parent}}
    sqs.send_message(QueueUrl="orders", MessageBody=event.model_dump_json(), MessageAttributes=attributes)
def other(event):
    attributes = {"kind": {"DataType": "String", "StringValue": "placed"}}
    sqs.send_message(QueueUrl="orders", MessageBody=event.model_dump_json(), MessageAttributes=attributes)  # CNC303
def topic(order):
    sns.publish(TopicArn="arn:aws:sns:eu-west-1:1:orders", Message=json.dumps({"id": order.id}))  # CNC302 CNC303
