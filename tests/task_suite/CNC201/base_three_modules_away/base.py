from celery import Task


class Reliable(Task):
    abstract = True
    acks_late = True
