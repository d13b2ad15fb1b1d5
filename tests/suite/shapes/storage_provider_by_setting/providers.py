"""The provider of stored files is chosen by a setting when the module is imported, and every one of them blocks."""
import os
import shutil
from abc import ABC, abstractmethod

import boto3
from google.cloud import storage


class StorageProvider(ABC):
    @abstractmethod
    def put(self, name: str, path: str) -> str: ...

    @abstractmethod
    def url(self, name: str) -> str: ...


class LocalStorage(StorageProvider):
    def put(self, name: str, path: str) -> str:
        shutil.copyfile(path, f"/data/{name}")
        return name

    def url(self, name: str) -> str:
        return f"/data/{name}"


class S3Storage(StorageProvider):
    def __init__(self) -> None:
        self.client = boto3.client("s3")

    def put(self, name: str, path: str) -> str:
        self.client.upload_file(path, "uploads", name)
        return name

    def url(self, name: str) -> str:
        return f"s3://uploads/{name}"


class GcsStorage(StorageProvider):
    def __init__(self) -> None:
        self.bucket = storage.Client().bucket("uploads")

    def put(self, name: str, path: str) -> str:
        self.bucket.blob(name).upload_from_filename(path)
        return name

    def url(self, name: str) -> str:
        return f"gs://uploads/{name}"


def provider(kind: str):
    if kind == "local":
        return LocalStorage()
    elif kind == "s3":
        return S3Storage()
    elif kind == "gcs":
        return GcsStorage()
    raise RuntimeError(kind)


STORAGE = provider(os.environ.get("STORAGE", "local"))
