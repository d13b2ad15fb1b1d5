"""One task, defined in two branches."""

import sys

from celery import Celery

app = Celery("shop")

if sys.platform == "linux":

    @app.task(name="notify")
    def one(): ...

else:

    @app.task(name="notify")
    def one(): ...
