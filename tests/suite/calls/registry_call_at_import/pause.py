import time

from hooks import add_hook as register


def pause():
    time.sleep(1)


register(pause)
