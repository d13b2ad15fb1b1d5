"""A property makes its client on first reading, and another one is cached for good."""
from functools import cached_property

import docker
from minio import Minio


class Sandbox:
    def __init__(self) -> None:
        self._docker = None

    @property
    def docker(self):
        if self._docker is None:
            self._docker = docker.DockerClient(base_url="unix://var/run/docker.sock")
        return self._docker

    @cached_property
    def objects(self) -> Minio:
        return Minio("minio:9000")

    async def run(self, image: str) -> str:
        return self.docker.containers.run(image, detach=True).id  # CNC107

    async def save(self, name: str, path: str) -> None:
        self.objects.fput_object("results", name, path)  # CNC107

    async def link(self, name: str) -> str:
        return self.objects.presigned_get_object("results", name)
