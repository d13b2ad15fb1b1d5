from kafka import KafkaConsumer
def test_charged():
    consumer = KafkaConsumer("charges", bootstrap_servers="localhost:9092")  # CNC502
    assert consumer is not None
