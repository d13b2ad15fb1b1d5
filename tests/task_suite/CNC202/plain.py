"""Nothing retries, and something does."""

from celery import Celery

app = Celery("shop")


@app.task  # CNC202
def fetch(url): ...


@app.task(autoretry_for=(OSError,))
def again(url): ...


@app.task(bind=True)
def by_hand(self, url):
    try:
        print(url)
    except OSError as error:
        raise self.retry(exc=error)
