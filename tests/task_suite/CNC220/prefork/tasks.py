"""A prefork worker takes them as well."""

import hashlib

from celery import Celery

app = Celery("shop")


@app.task
def derive(password, salt):
    return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1).hex()
