"""A pickled object is no schema."""
import pickle
from kafka import KafkaProducer
producer = KafkaProducer(bootstrap_servers="kafka:9092")
def placed(order, headers):
    producer.send("orders", pickle.dumps(order), headers=headers)  # CNC302
