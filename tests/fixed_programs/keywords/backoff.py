# needs: celery
# select: CNC203
# before: ([180, 180, 180], 'FAILURE')
# after: ([1, 2, 4], 'FAILURE')
from celery import Celery
from working import waits_of

app = Celery("shop")


@app.task(autoretry_for=(OSError,), max_retries=3, retry_jitter=False)
def fetch(url):
    raise OSError("never")


def main():
    return waits_of(fetch, "/a")
