"""A minimum is as small as its smallest part."""
import os
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(min(64, os.cpu_count() or 1))
