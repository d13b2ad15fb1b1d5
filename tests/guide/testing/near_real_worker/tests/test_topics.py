from confluent_kafka import Producer
def test_orders(kafka):
    producer = Producer({"bootstrap.servers": kafka})
    producer.flush()
