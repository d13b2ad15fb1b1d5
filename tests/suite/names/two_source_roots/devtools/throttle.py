import time


def throttle():
    time.sleep(0.05)
