# needs: celery
# select: CNC203
# before: ([1.5, 1.5, 1.5], 'FAILURE')
# after: ([1.5, 3.0, 6.0], 'FAILURE')
from celery import Celery
from working import waits_of

app = Celery("shop")


@app.task(bind=True, max_retries=3)
def fetch(task, url):
    raise task.retry(countdown=1.5)


def main():
    return waits_of(fetch, "/a")
