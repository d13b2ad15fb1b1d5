"""A default in the environment counts, the rest is unknown."""

import os

from celery import Celery

good = Celery("shop", broker=os.environ.get("BROKER", "amqp://rabbit"))
bad = Celery("shop", broker=os.environ.get("BROKER", "kafka://broker"))  # CNC210
unknown = Celery("shop", broker=os.environ["BROKER"])
