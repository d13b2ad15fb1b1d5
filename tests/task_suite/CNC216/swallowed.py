"""A handler around the retry."""

from celery import Celery
from celery.exceptions import Retry

app = Celery("shop")


@app.task(bind=True)
def swallowed(self, url):
    try:
        if not url:
            self.retry(countdown=5)  # CNC216
    except Exception:
        print("failed")


@app.task(bind=True)
def in_handler(self, url):
    try:
        print(url)
    except Exception as error:
        self.retry(exc=error)


@app.task(bind=True)
def passed_on(self, url):
    try:
        self.retry(countdown=5)
    except Retry:
        raise
    except Exception:
        print("failed")


@app.task(bind=True)
def raised_again(self, url):
    try:
        self.retry(countdown=5)
    except Exception:
        print("failed")
        raise


@app.task(bind=True)
def narrow(self, url):
    try:
        self.retry(countdown=5)
    except ValueError:
        print("failed")
