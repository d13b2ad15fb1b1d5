# needs: celery
# select: CNC203
# before: ([10, 10, 10], 'FAILURE')
# after: ([10, 20, 40], 'FAILURE')
from celery import Celery
from working import waits_of

app = Celery("shop")


@app.task(bind=True, max_retries=3, default_retry_delay=10)
def fetch(self, url):
    raise self.retry(exc=OSError(url))


def main():
    return waits_of(fetch, "/a")
