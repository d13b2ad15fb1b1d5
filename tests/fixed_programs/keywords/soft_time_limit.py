# needs: celery
# select: CNC205
# settings: soft_time_limit=1 time_limit=20
# before: ('SUCCESS', 'all of it')
# after: ('SUCCESS', 'as far as it came')
import time

from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded
from working import result_of

app = Celery("shop")


@app.task
def export():
    try:
        time.sleep(3)
    except SoftTimeLimitExceeded:
        return "as far as it came"
    return "all of it"


def main():
    return result_of(export, pool="prefork")
