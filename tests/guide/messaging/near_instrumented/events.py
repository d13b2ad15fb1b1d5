from kafka import KafkaProducer
producer = KafkaProducer(bootstrap_servers="kafka:9092")
def placed(event):
    producer.send("orders", event.SerializeToString())
