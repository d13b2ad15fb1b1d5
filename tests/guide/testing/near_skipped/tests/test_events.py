"""A test that runs only where a broker is."""
import os
import pytest
from kafka import KafkaProducer
@pytest.mark.skipif("KAFKA" not in os.environ, reason="needs a broker")
def test_events():
    KafkaProducer(bootstrap_servers="localhost:9092").flush()
