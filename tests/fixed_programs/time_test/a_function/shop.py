import time

from celery import Celery

app = Celery("shop", broker="memory://")


@app.task(time_limit=1)
def place(seconds):
    time.sleep(seconds)
    return seconds


class Shop:
    def place(self, seconds):
        return place(seconds)
