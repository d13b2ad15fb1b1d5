"""Several services in one repository, each with its subscribers."""
from aiokafka import AIOKafkaConsumer
consumer = AIOKafkaConsumer("orders")
