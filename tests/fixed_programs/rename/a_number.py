# needs: celery
# select: CNC222
# before: ('SUCCESS', 3)
# after: ('SUCCESS', 9)
from celery import Celery

app = Celery("shop")


@app.task(
    bind=True,
    retires=9,  # enough
)
def effective(self):
    return self.max_retries


def main():
    result = effective.apply()
    return result.state, result.result
