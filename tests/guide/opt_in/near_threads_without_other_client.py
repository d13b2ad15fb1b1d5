"""No client for coroutines is in this project."""
from concurrent.futures import ThreadPoolExecutor
import requests
def fetch_all(urls):
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(requests.get, urls))
