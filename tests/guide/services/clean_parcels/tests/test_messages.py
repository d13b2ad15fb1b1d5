import pytest
from testcontainers.kafka import KafkaContainer
from aiokafka import AIOKafkaProducer
from app.messages import ParcelMoved, publish
@pytest.fixture(scope="module")
def servers():
    with KafkaContainer() as kafka:
        yield kafka.get_bootstrap_server()
async def test_publish(servers):
    async with AIOKafkaProducer(bootstrap_servers=servers) as producer:
        await publish(producer, "parcels.moved", ParcelMoved(event_id="1", parcel=1, place="Bath"))
