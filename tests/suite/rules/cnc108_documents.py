"""Parsers of markup, and converters of documents, compute over the whole of it; through a helper too."""
from bs4 import BeautifulSoup
from lxml import etree, html
from pypdf import PdfReader
from weasyprint import HTML


def headings(page: str) -> list[str]:
    return [heading.text for heading in BeautifulSoup(page, "html.parser").find_all("h1")]


class Invoices:
    async def titles(self, page: str) -> list[str]:
        return headings(page)  # CNC108

    async def links(self, page: bytes) -> list[str]:
        return html.fromstring(page).xpath("//a/@href")  # CNC108

    async def feed(self, body: bytes) -> etree._Element:
        return etree.fromstring(body)  # CNC108

    async def pdf(self, page: str) -> bytes:
        return HTML(string=page).write_pdf()  # CNC108

    async def text(self, path: str) -> str:
        reader = PdfReader(path)  # CNC108
        return "".join(page.extract_text() for page in reader.pages)  # CNC108
