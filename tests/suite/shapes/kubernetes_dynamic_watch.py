"""A cluster is watched through the dynamic client, whose watch is a sync iterator."""
import asyncio
from functools import partial

from kubernetes import client, config, watch
from kubernetes.dynamic import DynamicClient


async def events(namespace: str):
    config.load_incluster_config()  # CNC103
    api = client.CoreV1Api()
    pods = await asyncio.get_running_loop().run_in_executor(None, partial(api.list_namespaced_pod, namespace))
    for event in watch.Watch().stream(api.list_namespaced_pod, namespace):  # CNC107
        yield event, pods


async def job(name: str) -> None:
    client.BatchV1Api().delete_namespaced_job(name, "jobs")  # CNC107


def dynamic() -> DynamicClient:
    return DynamicClient(client.ApiClient())


async def resource(kind: str):
    return dynamic().resources.get(api_version="v1", kind=kind)  # CNC107
