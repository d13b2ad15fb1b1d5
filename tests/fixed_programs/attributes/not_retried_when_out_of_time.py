# needs: celery
# select: CNC227
# before: 4
# after: 1
from celery import Celery, Task
from celery.exceptions import SoftTimeLimitExceeded

app = Celery("shop")
attempts = []


class Work(Task):
    autoretry_for = (Exception,)
    soft_time_limit = 50
    max_retries = 3

    def run(self):
        attempts.append(1)
        raise SoftTimeLimitExceeded


work = app.register_task(Work())


def main():
    work.apply()
    return len(attempts)
