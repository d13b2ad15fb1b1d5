import os
from concurrent.futures import ThreadPoolExecutor
def workers():
    return (os.cpu_count() or 1) * 8
def export(rows):
    with ThreadPoolExecutor(workers()) as pool:  # CNC401
        return list(pool.map(str, rows))
