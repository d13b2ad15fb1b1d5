"""A thread for each entry of a dict that came from elsewhere."""
from threading import Thread
def start(jobs):
    for name, job in jobs.items():
        Thread(target=job, name=name).start()  # CNC404
