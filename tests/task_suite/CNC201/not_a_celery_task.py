"""Other objects have a method of that name, too."""

from celery import Celery
from planner import Board

app = Celery("shop", task_acks_late=True)
board = Board()


@board.task
def plan(): ...


class Tracker:
    def task(self, function):
        return function


tracker = Tracker()


@tracker.task
def track(): ...
