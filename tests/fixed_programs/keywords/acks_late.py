# needs: celery
# select: CNC201
# before: ('SUCCESS', [True])
# after: ('SUCCESS', [False])
from celery import Celery
from celery.worker import state
from working import result_of

app = Celery("shop")


@app.task
def is_acknowledged():
    return [request.acknowledged for request in state.active_requests]


def main():
    return result_of(is_acknowledged)
