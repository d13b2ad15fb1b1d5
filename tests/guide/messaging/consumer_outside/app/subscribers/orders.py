from kafka import KafkaConsumer
def listen():
    return list(KafkaConsumer("orders"))
