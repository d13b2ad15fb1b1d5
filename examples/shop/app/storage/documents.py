from abc import ABC, abstractmethod
from pathlib import Path


class DocumentStorage(ABC):
    @abstractmethod
    def save(self, name: str, content: bytes) -> None: ...

    @abstractmethod
    def load(self, name: str) -> bytes: ...


class FolderStorage(DocumentStorage):
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, name: str, content: bytes) -> None:
        target = self._folder / name
        with target.open("wb") as stream:
            stream.write(content)

    def load(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()
