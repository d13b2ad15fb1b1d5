# needs: celery
# select: CNC205 CNC206
# before: [None, None]
# after: [50, 60]
from celery import Celery, Task

app = Celery("shop")
attempts = []


class Work(Task):
    "Works."

    def run(self):
        attempts.append(self.name)
        return [self.soft_time_limit, self.time_limit]


work = app.register_task(Work())


def main():
    return work.apply().result
