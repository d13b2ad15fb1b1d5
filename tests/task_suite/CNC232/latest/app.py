"""No version is no version."""

import os

from celery import Celery

app = Celery("shop", broker=os.environ["BROKER_URL"])
