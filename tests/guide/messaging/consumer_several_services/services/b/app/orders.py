from aiokafka import AIOKafkaConsumer
consumer = AIOKafkaConsumer("orders")  # CNC301
