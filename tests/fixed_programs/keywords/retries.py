# needs: celery
# select: CNC202
# before: ('FAILURE', 1)
# after: ('SUCCESS', 3)
from celery import Celery

app = Celery("shop")
attempts = []


@app.task
def fetch(url):
    attempts.append(url)
    if len(attempts) < 3:
        raise OSError("not yet")


def main():
    return fetch.apply(("/a",)).state, len(attempts)
