from kafka import KafkaProducer
def test_events(kafka):
    KafkaProducer(bootstrap_servers=kafka).flush()
