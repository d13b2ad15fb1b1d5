import chromadb
from qdrant_client import QdrantClient

from .vectors import VectorDB


class ChromaStore(VectorDB):
    def __init__(self) -> None:
        self.client = chromadb.HttpClient(host="chroma")

    def search(self, collection: str, vector: list[float]) -> list:
        found = self.client.get_collection(name=collection)
        return found.query(query_embeddings=[vector], n_results=5)

    def has(self, collection: str) -> bool:
        return collection in self.client.list_collections()


class QdrantStore(VectorDB):
    def __init__(self) -> None:
        self.client = QdrantClient(url="http://qdrant")

    def search(self, collection: str, vector: list[float]) -> list:
        return self.client.query_points(collection, query=vector).points

    def has(self, collection: str) -> bool:
        return self.client.collection_exists(collection)
