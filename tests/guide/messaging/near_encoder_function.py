"""Functions that encode what has a schema."""
import io
import fastavro
import msgspec
from kafka import KafkaProducer
from pydantic import TypeAdapter
producer = KafkaProducer()
class Placed(msgspec.Struct):
    id: int
def avro(schema, record) -> bytes:
    buffer = io.BytesIO()
    fastavro.schemaless_writer(buffer, schema, record)
    return buffer.getvalue()
def encode(number: int) -> bytes:
    return msgspec.json.encode(Placed(id=number))
def send(schema, number, headers):
    producer.send("orders", avro(schema, {"id": number}), headers=headers)
    producer.send("orders", encode(number), headers=headers)
    producer.send("orders", TypeAdapter(list[int]).dump_json([number]), headers=headers)
