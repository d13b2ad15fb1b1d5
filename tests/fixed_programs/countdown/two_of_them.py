# needs: celery
# select: CNC203
# before: ([2, 7, 7], 'FAILURE')
# after: ([2, 14, 28], 'FAILURE')
from celery import Celery
from working import waits_of

app = Celery("shop")


@app.task(bind=True, max_retries=3)
def fetch(self, url):
    if not self.request.retries:
        raise self.retry(countdown=2)
    raise self.retry(countdown=7)


def main():
    return waits_of(fetch, "/a")
