"""Processes are not threads."""
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool
pool = ProcessPoolExecutor(61)
other = Pool(100)
