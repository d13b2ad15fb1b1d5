# needs: celery
# select: CNC215
# before: SUCCESS
# after: FAILURE
from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

app = Celery("shop")


def ended():
    """What the worker raises in a task that is out of time."""
    raise SoftTimeLimitExceeded


@app.task(soft_time_limit=50)
def export(rows=(1, 2, 3)):
    for row in rows:
        try:
            ended()
        except Exception:
            continue


def main():
    return export.apply().state
