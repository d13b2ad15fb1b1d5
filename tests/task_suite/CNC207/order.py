"""The order of the two limits."""

from celery import Celery

app = Celery("shop")
LIMIT = 60


@app.task(soft_time_limit=60, time_limit=60)  # CNC207
def equal(): ...


@app.task(soft_time_limit=90, time_limit=LIMIT)  # CNC207
def above(): ...


@app.task(soft_time_limit=LIMIT - 10, time_limit=LIMIT)
def below(): ...


@app.task(soft_time_limit=90)
def alone(): ...
