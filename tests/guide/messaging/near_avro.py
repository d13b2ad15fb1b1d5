"""A record that Avro writes."""
import io
import fastavro
from kafka import KafkaProducer
producer = KafkaProducer(bootstrap_servers="kafka:9092")
def placed(schema, order, headers):
    stream = io.BytesIO()
    fastavro.schemaless_writer(stream, schema, order)
    producer.send("orders", stream.getvalue(), headers=headers)
