# select: CNC401
# before: 40
# after: 4
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(40)


def busy(pool):
    """How many threads it takes for work that waits."""
    gate = threading.Event()
    waiting = [pool.submit(gate.wait, 5) for _ in range(60)]
    count = len(pool._threads)
    gate.set()
    return count


def main():
    return busy(pool)
