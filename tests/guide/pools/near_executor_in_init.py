"""A pool that an object keeps."""
from concurrent.futures import ThreadPoolExecutor
class Resizer:
    def __init__(self):
        self._pool = ThreadPoolExecutor(4)
    def close(self):
        self._pool.shutdown()
