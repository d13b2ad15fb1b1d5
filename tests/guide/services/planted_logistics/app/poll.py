from app.queues import Shipped, sqs
def poll():
    answer = sqs.receive_message(QueueUrl="shipped", WaitTimeSeconds=20)  # CNC301
    return [Shipped.model_validate_json(message["Body"]) for message in answer["Messages"]]
