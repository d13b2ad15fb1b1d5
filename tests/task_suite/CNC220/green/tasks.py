"""Tasks that compute, on greenlets."""

import hashlib

from celery import Celery

app = Celery("shop")


@app.task  # CNC220
def derive(password, salt):
    return digest(password, salt).hex()


def digest(password, salt):
    return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)


@app.task
def fetch(url):
    return url.upper()
