"""A queue inside one process is no message bus."""
import queue
jobs = queue.Queue()
def put(order):
    jobs.put({"id": order.id})
