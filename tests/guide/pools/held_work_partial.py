"""Work behind a partial."""
import functools
from concurrent.futures import ThreadPoolExecutor
import bs4
pool = ThreadPoolExecutor(4)
def start(pages):
    return pool.map(functools.partial(bs4.BeautifulSoup, features="lxml"), pages)  # CNC402
