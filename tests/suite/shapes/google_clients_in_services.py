"""Clients of a cloud, made in constructors and by class methods, are asked in coroutines."""
from google.cloud import bigquery, firestore, pubsub_v1, secretmanager, storage


class Files:
    def __init__(self, bucket: str) -> None:
        self.client = storage.Client()
        self.bucket = self.client.bucket(bucket)

    async def upload(self, name: str, data: bytes) -> None:
        blob = self.bucket.blob(name)
        blob.metadata = {"source": "api"}
        blob.upload_from_string(data)  # CNC107

    async def listing(self) -> list[str]:
        return [blob.name for blob in self.client.list_blobs(self.bucket)]  # CNC107


class Secrets:
    client = secretmanager.SecretManagerServiceClient()

    @classmethod
    async def read(cls, name: str) -> bytes:
        return cls.client.access_secret_version(name=name).payload.data  # CNC107


async def rows(query: str) -> list:
    return list(bigquery.Client().query(query).result())  # CNC107


async def order(order_id: str):
    database = firestore.AsyncClient()
    found = await database.collection("orders").document(order_id).get()
    other = firestore.Client().collection("orders").document(order_id).get()  # CNC107
    return found, other


async def announce(data: bytes) -> str:
    publisher = pubsub_v1.PublisherClient()
    return publisher.publish("topic", data).result()  # CNC106
