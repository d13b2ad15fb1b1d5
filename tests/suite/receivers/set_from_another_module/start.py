"""Sets up what the rest of the program uses."""
import queue

import psycopg2
import redis

from set_from_another_module import state
from set_from_another_module.state import Registry, worker


def start() -> None:
    state.client = redis.Redis()
    state.limit = 10
    Registry.database = psycopg2.connect("dbname=shop")
    worker.queue = queue.Queue()
