"""The default of an environment variable."""
import os
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(int(os.environ.get("THREADS", 100)))  # CNC401
