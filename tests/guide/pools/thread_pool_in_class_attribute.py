"""A pool whose size is a class attribute's product."""
from concurrent.futures import ThreadPoolExecutor

class Service:
    WORKERS = 10 * 10
    def __init__(self):
        self.pool = ThreadPoolExecutor(max_workers=self.WORKERS)  # CNC401
