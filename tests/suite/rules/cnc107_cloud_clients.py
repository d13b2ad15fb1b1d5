"""SDKs of clouds and clusters: requests block, and what only builds a client or a path does not."""
import docker
from azure.storage.blob import BlobServiceClient
from google.cloud import storage
from kubernetes import client as k8s
from minio import Minio


async def objects(name: str) -> bytes:
    bucket = storage.Client().bucket("invoices")
    return bucket.blob(name).download_as_bytes()  # CNC107


async def blobs(connection: str, data: bytes) -> None:
    service = BlobServiceClient.from_connection_string(connection)
    service.get_blob_client("invoices", "a").upload_blob(data)  # CNC107


async def pods() -> list[str]:
    api = k8s.CoreV1Api()
    later = api.list_namespaced_pod("default", async_req=True)
    found = api.list_namespaced_pod("default")  # CNC107
    return [found, later]


async def mirror(store: Minio) -> str:
    store.fput_object("a", "b", "c")  # CNC107
    store.list_objects("a")
    for each in store.list_objects("a"):  # CNC107
        print(each)
    return store.presigned_get_object("a", "b")


async def containers() -> None:
    daemon = docker.from_env()  # CNC107
    daemon.containers.run("alpine").logs()  # CNC107
