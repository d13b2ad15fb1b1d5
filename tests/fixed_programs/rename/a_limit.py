# needs: celery
# select: CNC222
# before: ('SUCCESS', [None, None])
# after: ('SUCCESS', [None, 40])
from celery import Celery
from working import result_of

app = Celery("shop")


@app.task(bind=True, soft_timelimit=40)
def effective(self):
    return list(self.request.timelimit)


def main():
    return result_of(effective)
