"""Loaders of documents are made by a method that picks one by the file's type, and all of them read at once."""
import asyncio

from langchain_community.document_loaders import CSVLoader, PyPDFLoader, TextLoader
from langchain_core.documents import Document


class Loader:
    def __init__(self, engine: str = "") -> None:
        self.engine = engine

    def _loader(self, name: str, path: str):
        if name.endswith(".pdf"):
            return PyPDFLoader(path)
        if name.endswith(".csv"):
            return CSVLoader(path)
        return TextLoader(path)

    def load(self, name: str, path: str) -> list[Document]:
        return self._loader(name, path).load()

    async def aload(self, name: str, path: str) -> list[Document]:
        return await asyncio.to_thread(self.load, name, path)


async def process(name: str, path: str) -> list[Document]:
    return Loader().load(name, path)  # CNC103


async def process_elsewhere(name: str, path: str) -> list[Document]:
    return await Loader().aload(name, path)
