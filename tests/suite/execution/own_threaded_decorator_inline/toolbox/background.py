import functools
import logging

log = logging.getLogger(__name__)


def threaded(function):
    """Promises a thread, but calls the function in place."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        log.debug("starting %s", function.__name__)
        return function(*args, **kwargs)

    return wrapper
