"""A thread for each item, with and without a bound."""
import threading
from concurrent.futures import ThreadPoolExecutor
slots = threading.BoundedSemaphore(8)
def comprehended(items):
    threads = [threading.Thread(target=print, args=(item,)) for item in items]  # CNC404
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
def forever(server):
    while True:
        request, address = server.get_request()
        threading.Thread(target=print, args=(request,), daemon=True).start()  # CNC404
def with_slots(items):
    for item in items:
        slots.acquire()
        threading.Thread(target=print, args=(item,)).start()
def fixed():
    for number in range(4):
        threading.Thread(target=print, args=(number,)).start()
def pooled(items):
    with ThreadPoolExecutor(4) as pool:
        for item in items:
            pool.submit(print, item)
