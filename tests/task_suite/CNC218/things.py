"""Files, locks, sessions and requests."""

import threading

from celery import Celery
from fastapi import Request
from sqlalchemy.orm import Session

app = Celery("shop")
lock = threading.Lock()


@app.task
def work(thing): ...


def with_file(path):
    with open(path) as stream:
        work.delay(stream)  # CNC218
        work.delay(stream.read())


def with_lock():
    work.delay(lock)  # CNC218


def with_session(session: Session):
    work.delay(session)  # CNC218


def with_request(request: Request):
    work.delay(request)  # CNC218
    work.delay(str(request.url))


def plain(name: str, data: dict):
    work.delay(name)
    work.delay(data)
