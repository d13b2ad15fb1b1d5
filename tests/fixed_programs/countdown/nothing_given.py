# needs: celery
# select: CNC203
# before: ([180, 180, 180], 'FAILURE')
# after: ([180, 360, 720], 'FAILURE')
from celery import Celery
from working import waits_of

app = Celery("shop")


@app.task(bind=True, max_retries=3)
def fetch(self, url):
    self.retry()


def main():
    return waits_of(fetch, "/a")
