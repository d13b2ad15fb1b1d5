from app.tasks import app, build
from kafka import KafkaProducer

app.conf.task_always_eager = True


def test_build():
    build(1)


def test_placed():
    KafkaProducer(bootstrap_servers="localhost:9092").flush()
