"""A `PeriodicCallback` runs its function on the loop."""
import redis
from tornado.ioloop import PeriodicCallback

client = redis.Redis()


def report_alive() -> None:
    client.set("alive", "1")  # CNC105


def start() -> PeriodicCallback:
    callback = PeriodicCallback(report_alive, 1000)
    callback.start()
    return callback
