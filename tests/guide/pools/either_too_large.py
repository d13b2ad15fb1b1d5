"""Both branches are too large."""
from concurrent.futures import ThreadPoolExecutor
def pool(fast):
    return ThreadPoolExecutor(64 if fast else 32)  # CNC401
