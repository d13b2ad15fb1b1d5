# needs: celery
# select: CNC201 CNC209
# before: ('SUCCESS', [False, None])
# after: ('SUCCESS', [True, True])
from celery import Celery, Task

app = Celery("shop")
attempts = []


class Work(Task):
    """Works."""

    name = "work"

    def run(self):
        attempts.append(self.name)
        return [self.acks_late, self.reject_on_worker_lost]


work = app.register_task(Work())


def main():
    result = work.apply()
    return result.state, result.result
