"""The hard limit stands in the settings."""

from celery import Celery

app = Celery("shop", task_time_limit=30)


@app.task(soft_time_limit=45)  # CNC207
def above(): ...


@app.task(soft_time_limit=25)
def below(): ...
