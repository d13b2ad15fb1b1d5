# needs: celery
# select: CNC201
# before: [True, False]
# after: [True, True]
from celery import Celery, Task

app = Celery("shop")
attempts = []


class Base(Task):
    abstract = True

    def effective(self):
        return [hasattr(self, "effective"), self.acks_late]


class Work(Base):
    def run(self):
        return self.effective()


work = app.register_task(Work())


def main():
    return work.apply().result
