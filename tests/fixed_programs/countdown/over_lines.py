# needs: celery
# select: CNC203
# before: ([5, 5, 5], 'FAILURE')
# after: ([5, 10, 20], 'FAILURE')
from celery import Celery
from working import waits_of

app = Celery("shop")


@app.task(bind=True, max_retries=3)
def fetch(self, url):
    raise self.retry(
        countdown=5,  # seconds
        exc=OSError(url),
    )


def main():
    return waits_of(fetch, "/a")
