"""Two functions in two modules call each other, and one of them requests pages over HTTP."""
from crawler.pages import visit_page


async def crawl(url: str) -> int:
    return visit_page(url, depth=3)  # CNC102
