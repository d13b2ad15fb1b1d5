# needs: celery
# select: CNC222
# before: ('SUCCESS', False)
# after: ('SUCCESS', True)
from celery import Celery

app = Celery("shop")


@app.task(bind=True, ack_late=True)
def effective(self):
    return self.acks_late


def main():
    result = effective.apply()
    return result.state, result.result
