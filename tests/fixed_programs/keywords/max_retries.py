# needs: celery
# select: CNC204
# before: 4
# after: 6
from celery import Celery

app = Celery("shop")
attempts = []


@app.task(autoretry_for=(OSError,), retry_backoff=True)
def fetch(url):
    attempts.append(url)
    raise OSError("never")


def main():
    fetch.apply(("/a",))
    return len(attempts)
