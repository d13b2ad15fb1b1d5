"""A search engine over the network."""
import requests


def engine_for(index: str):
    def search(words: str):
        return requests.get(f"http://search/{index}", params={"q": words}, timeout=5).json()

    return search
