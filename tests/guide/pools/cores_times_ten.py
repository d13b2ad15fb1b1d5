"""A multiple of the cores is judged by its factor."""
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(multiprocessing.cpu_count() * 10)  # CNC401
