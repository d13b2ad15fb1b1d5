# needs: celery
# select: CNC201 CNC202 CNC203 CNC204 CNC205 CNC206 CNC209
# before: ('SUCCESS', [False, False, 3, [None, None], None])
# after: ('SUCCESS', [True, True, 5, [60, 50], True])
from celery import Celery, shared_task
from working import result_of

app = Celery("shop")


@shared_task
def effective():
    options = [effective.acks_late, hasattr(effective, "autoretry_for"), effective.max_retries]
    return [*options, list(effective.request.timelimit), effective.reject_on_worker_lost]


def main():
    return result_of(effective)
