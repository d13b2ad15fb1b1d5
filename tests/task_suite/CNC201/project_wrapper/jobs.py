from celery import Celery

app = Celery("shop")


def job(**options):
    return app.task(acks_late=True, **options)


def plain(**options):
    return app.task(**options)
