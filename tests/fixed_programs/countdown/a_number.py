# needs: celery
# select: CNC203
# before: ([30, 30, 30], 'FAILURE')
# after: ([30, 60, 120], 'FAILURE')
from celery import Celery
from working import waits_of

app = Celery("shop")


@app.task(bind=True, max_retries=3)
def fetch(self, url):
    try:
        raise OSError(url)
    except OSError as error:
        raise self.retry(exc=error, countdown=30)


def main():
    return waits_of(fetch, "/a")
