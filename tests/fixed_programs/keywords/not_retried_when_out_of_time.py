# needs: celery
# select: CNC227
# before: 4
# after: 1
from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

app = Celery("shop")
attempts = []


@app.task(autoretry_for=(Exception,), soft_time_limit=50, max_retries=3)
def export():
    attempts.append(1)
    raise SoftTimeLimitExceeded


def main():
    export.apply()
    return len(attempts)
