# needs: celery
# select: CNC212
# before: []
# after: ['task-received', 'task-started', 'task-succeeded']
import threading
import time

from celery import Celery
from celery.contrib.testing.worker import start_worker
from working import configured

app = Celery("shop", broker="memory://")


@app.task
def work():
    return 1


def main():
    configured(app)
    seen, ready = [], threading.Event()

    def listen():
        with app.connection_for_read() as connection:
            receiver = app.events.Receiver(
                connection, handlers={"*": lambda event: seen.append(event["type"])}
            )
            with receiver.consumer_context():
                ready.set()
                for _ in receiver.consume(limit=None, timeout=2):
                    pass

    listener = threading.Thread(target=listen)
    listener.start()
    ready.wait(5)
    with start_worker(app, pool="solo", perform_ping_check=False, task_events=None):
        work.delay().get(timeout=10)
        time.sleep(0.2)
    listener.join()
    return sorted(each for each in seen if each.startswith("task-"))
