"""Without a soft limit nothing is swallowed."""

from celery import Celery

app = Celery("shop")


@app.task(time_limit=60)
def work(rows):
    try:
        rows.load()
    except Exception:
        print("failed")
