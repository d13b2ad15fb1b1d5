# needs: celery
# select: CNC204
# before: 4
# after: 6
from celery import Celery, Task

app = Celery("shop")
attempts = []


class Work(Task):
    name = "work"
    autoretry_for = (OSError,)
    retry_backoff = True  # seconds

    def run(self):
        attempts.append(1)
        raise OSError


work = app.register_task(Work())


def main():
    work.apply()
    return len(attempts)
