# needs: celery
# select: CNC223
# before: ('SUCCESS', False)
# after: ('SUCCESS', True)
from celery import Celery

app = Celery("shop")
app.conf.update(
    CELERY_TASK_ACKS_LATE=True,
)


@app.task(bind=True)
def effective(self):
    return self.acks_late


def main():
    result = effective.apply()
    return result.state, result.result
