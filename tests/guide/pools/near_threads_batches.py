"""A fixed number of workers."""
from threading import Thread
WORKERS = 4
def start(work):
    threads = [Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
