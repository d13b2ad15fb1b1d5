"""A pool that is made when it is first needed, and kept."""
from concurrent.futures import ThreadPoolExecutor
_pool = None
def pool():
    global _pool
    if _pool is None:
        _pool = ThreadPoolExecutor(4)
    return _pool
