from opentelemetry.instrumentation.boto3sqs import Boto3SQSInstrumentor
from opentelemetry.instrumentation.pika import PikaInstrumentor
def start():
    Boto3SQSInstrumentor().instrument()
    PikaInstrumentor().instrument()
