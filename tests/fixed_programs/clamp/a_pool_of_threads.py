# select: CNC401
# before: 24
# after: 4
from multiprocessing.pool import ThreadPool


def main():
    with ThreadPool(processes=24) as pool:
        return len(pool._pool)
