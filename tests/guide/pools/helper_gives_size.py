"""A function that gives the size."""
from concurrent.futures import ThreadPoolExecutor
def size():
    return 32 + 8
pool = ThreadPoolExecutor(size())  # CNC401
