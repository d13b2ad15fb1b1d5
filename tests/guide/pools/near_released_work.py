"""Work that gives the lock back, and work that mostly waits."""
import hashlib
import zlib
from concurrent.futures import ThreadPoolExecutor
import requests
from bs4 import BeautifulSoup
pool = ThreadPoolExecutor(4)
def digest(data):
    return hashlib.sha256(data).hexdigest()
def crawl(url):
    return BeautifulSoup(requests.get(url, timeout=5).text, "html.parser").title
def run(items, urls):
    list(pool.map(digest, items))
    list(pool.map(zlib.compress, items))
    list(pool.map(crawl, urls))
