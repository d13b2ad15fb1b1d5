"""Retries by hand with constant and growing countdowns."""

from celery import Celery

app = Celery("shop")


@app.task(bind=True)
def steady(self, url):
    try:
        print(url)
    except OSError as error:
        raise self.retry(exc=error, countdown=60)  # CNC203


@app.task(bind=True)
def default(self, url):
    try:
        print(url)
    except OSError as error:
        raise self.retry(exc=error)  # CNC203


@app.task(bind=True)
def growing(self, url):
    try:
        print(url)
    except OSError as error:
        raise self.retry(exc=error, countdown=2**self.request.retries)


@app.task(bind=True)
def asked(self, url, response):
    raise self.retry(countdown=int(response.headers["Retry-After"]))
