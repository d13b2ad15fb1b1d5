"""A size by a shift."""
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1 << 6)  # CNC401
