"""A worker with a fixed number of threads, and a queue."""
import queue
import threading
jobs: queue.Queue = queue.Queue(100)
def work() -> None:
    while True:
        jobs.get()()
def start(count: int = 4) -> None:
    for number in range(count):
        threading.Thread(target=work, name=f"worker-{number}", daemon=True).start()
