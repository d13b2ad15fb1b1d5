"""A vector database is made by a factory whose imports stand in the branches of a match statement."""
from abc import ABC, abstractmethod


class VectorDB(ABC):
    @abstractmethod
    def search(self, collection: str, vector: list[float]) -> list: ...

    @abstractmethod
    def has(self, collection: str) -> bool: ...


class Factory:
    @staticmethod
    def make(kind: str) -> VectorDB:
        match kind:
            case "chroma":
                from .stores import ChromaStore

                return ChromaStore()
            case "qdrant":
                from .stores import QdrantStore

                return QdrantStore()
            case _:
                raise ValueError(kind)


CLIENT = Factory.make("chroma")
