import time


def wait_for_slot(seconds: float) -> None:
    time.sleep(seconds)
