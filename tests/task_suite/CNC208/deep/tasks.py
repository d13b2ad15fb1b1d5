"""The mail goes out two calls away."""

from celery import Celery
from mailer import Mailer

app = Celery("shop")


@app.task  # CNC208
def welcome(user_id):
    notify(user_id)


def notify(user_id):
    Mailer().send(f"welcome {user_id}")
