import json
import boto3
from pydantic import BaseModel
sqs = boto3.client("sqs", region_name="eu-west-1")
sns = boto3.client("sns", region_name="eu-west-1")
class Shipped(BaseModel):
    event_id: str
    order: int
def attributes(trace: str):
    return {"traceparent": {"DataType": "String", "StringValue": trace}}
def shipped(event: Shipped, trace: str):
    sns.publish(TopicArn="arn:aws:sns:eu-west-1:1:shipped", Message=event.model_dump_json(), MessageAttributes=attributes(trace))
def lost(order: int, trace: str):
    sqs.send_message(QueueUrl="lost", MessageBody=json.dumps({"order": order}), MessageAttributes=attributes(trace))  # CNC302
def late(event: Shipped):
    sqs.send_message(QueueUrl="late", MessageBody=event.model_dump_json())  # CNC303
