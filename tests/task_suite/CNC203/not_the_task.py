"""A client's retry is none of the task's."""

from celery import Celery
from upstream import Client

app = Celery("shop")


@app.task(bind=True)
def fetch(self, url):
    client = Client()
    client.retry()
