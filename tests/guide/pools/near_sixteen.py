"""Twice the cores, exactly."""
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(max_workers=8 * 2)
