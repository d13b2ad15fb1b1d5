"""A size from the command line."""
import sys
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(int(sys.argv[1]))
