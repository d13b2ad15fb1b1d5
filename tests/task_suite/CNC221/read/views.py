from celery.result import AsyncResult


def state(task_id):
    return AsyncResult(task_id).state
