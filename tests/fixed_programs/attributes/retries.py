# needs: celery
# select: CNC202
# before: ('FAILURE', 1)
# after: ('SUCCESS', 3)
from celery import Celery, Task

app = Celery("shop")
attempts = []


class Work(Task):
    def run(self, url="/a"):
        attempts.append(url)
        if len(attempts) < 3:
            raise OSError(url)


work = app.register_task(Work())


def main():
    return work.apply().state, len(attempts)
