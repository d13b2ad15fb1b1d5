import requests

from crawler import pages


def follow_links(url: str, depth: int) -> int:
    found = requests.get(url).json()["links"]
    return sum(pages.visit_page(link, depth) for link in found)
