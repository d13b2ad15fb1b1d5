"""Containers are run below a router, through a module of functions that get their daemon from the environment."""
import asyncio

import docker
from docker.models.containers import Container


def get_docker():
    try:
        return docker.from_env()
    except docker.errors.DockerException:
        return None


def stop(container: Container) -> None:
    container.stop(timeout=5)
    container.remove()


async def run_task(image: str) -> str:
    daemon = await asyncio.to_thread(get_docker)
    container = daemon.containers.run(image, detach=True)  # CNC107
    stop(container)  # CNC107
    return container.id


async def stop_all() -> None:
    daemon = get_docker()  # CNC107
    for container in daemon.containers.list():  # CNC107
        await asyncio.to_thread(stop, container)
