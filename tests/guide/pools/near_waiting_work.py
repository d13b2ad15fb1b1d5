"""Work that waits is what threads are for."""
import requests
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(4)
def start(urls):
    return [pool.submit(requests.get, url, timeout=5) for url in urls]
