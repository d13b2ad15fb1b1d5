from aiokafka import AIOKafkaProducer
async def test_event():
    producer = AIOKafkaProducer(bootstrap_servers="kafka.staging:9092")  # CNC502
    await producer.start()
