"""A schema that is checked by hand, on the way out and on the way in."""
import json
import jsonschema
from kafka import KafkaProducer
from app_schemas import ORDER
producer = KafkaProducer()
def placed(number, headers):
    body = {"id": number}
    jsonschema.validate(body, ORDER)
    producer.send("orders", json.dumps(body).encode(), headers=headers)
