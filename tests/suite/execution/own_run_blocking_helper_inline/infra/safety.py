import logging

log = logging.getLogger(__name__)


def run_blocking(function, *args):
    try:
        return function(*args)
    except OSError:
        log.exception("failed")
