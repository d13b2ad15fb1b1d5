# needs: celery
# select: CNC215
# before: ('SUCCESS', 'went on')
# after: ('FAILURE', 'SoftTimeLimitExceeded')
import time

from celery import Celery
from working import result_of

app = Celery("shop")


@app.task(soft_time_limit=1)
def export():
    try:
        time.sleep(3)
    except Exception:
        pass
    return "went on"


def main():
    return result_of(export, pool="prefork")
