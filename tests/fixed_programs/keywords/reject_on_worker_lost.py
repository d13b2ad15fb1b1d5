# needs: celery
# select: CNC209
# before: ('FAILURE', 'WorkerLostError')
# after: ('SUCCESS', 'the second time')
import os
import pathlib

from celery import Celery
from working import result_of

app = Celery("shop")


@app.task(acks_late=True)
def import_all():
    if not pathlib.Path("begun").exists():
        pathlib.Path("begun").touch()
        os._exit(1)
    return "the second time"


def main():
    return result_of(import_all, pool="prefork")
