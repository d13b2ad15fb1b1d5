"""Result backends inside and outside the policy."""

from celery import Celery

rpc = Celery("a", backend="rpc://")  # CNC211
redis = Celery("b", backend="redis://redis/1")
postgres = Celery("c", backend="db+postgresql+psycopg2://db/results")
mysql = Celery("d", backend="db+mysql://db/results")  # CNC211
none = Celery("e")
off = Celery("f", backend="disabled")
nothing = Celery("g", backend=None)
