# needs: celery
# select: CNC223
# before: ('SUCCESS', [None, None])
# after: ('SUCCESS', [90, None])
from celery import Celery
from working import result_of

app = Celery("shop")
app.conf.update({"task_default_time_limit": 90})


@app.task(bind=True)
def effective(self):
    return list(self.request.timelimit)


def main():
    return result_of(effective)
