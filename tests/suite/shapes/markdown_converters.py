"""Converters of documents to Markdown, and of pages to text, are driven from coroutines."""
import asyncio

import fitz
import pymupdf
from markitdown import MarkItDown


class Converter:
    def __init__(self) -> None:
        self._converter = MarkItDown()

    def convert(self, path: str) -> str:
        return self._converter.convert(path).text_content

    async def aconvert(self, path: str) -> str:
        return self.convert(path)  # CNC108

    async def aconvert_elsewhere(self, path: str) -> str:
        return await asyncio.to_thread(self.convert, path)


async def pages(data: bytes) -> list[str]:
    document = pymupdf.open(stream=data, filetype="pdf")  # CNC108
    return [page.get_text() for page in document]  # CNC108


async def first_page(path: str) -> bytes:
    with fitz.open(path) as document:  # CNC108
        return document[0].get_pixmap().tobytes("png")  # CNC108
