# needs: celery
# select: CNC206
# settings: time_limit=1
# before: ('SUCCESS', 'at last')
# after: ('FAILURE', 'TimeLimitExceeded')
import time

from celery import Celery
from working import result_of

app = Celery("shop")


@app.task
def export():
    time.sleep(4)
    return "at last"


def main():
    return result_of(export, pool="prefork")
