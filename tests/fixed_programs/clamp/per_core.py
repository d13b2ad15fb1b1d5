# select: CNC401
# before: 20
# after: 4
import os
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor((os.cpu_count() or 1) * 10)


def busy(pool):
    """How many threads it takes for work that waits."""
    gate = threading.Event()
    waiting = [pool.submit(gate.wait, 5) for _ in range(60)]
    count = len(pool._threads)
    gate.set()
    return count


def main():
    return busy(pool)
