"""Who decides how often."""

from celery import Celery

app = Celery("shop")


@app.task(autoretry_for=(OSError,), retry_backoff=True)  # CNC204
def undecided(url): ...


@app.task(autoretry_for=(OSError,), retry_backoff=True, max_retries=None)  # CNC204
def for_ever(url): ...


@app.task(autoretry_for=(OSError,), retry_kwargs={"max_retries": 3})
def by_keywords(url): ...


@app.task(bind=True)
def by_call(self, url):
    raise self.retry(max_retries=3)


@app.task(bind=True)  # CNC204
def by_nobody(self, url):
    raise self.retry()


@app.task
def never(url): ...
