"""Folders without `__init__.py` are namespace packages; the imported helper blocks on HTTP."""
from platform_libs.search.engine import query_index


async def search_page(term: str) -> list:
    return query_index(term)["hits"]  # CNC102
