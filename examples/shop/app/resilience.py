import functools
import logging
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

logger = logging.getLogger(__name__)


def retrying(*errors: type[Exception], attempts: int = 3) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Call again after `errors`, waiting twice as long each time."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, attempts):
                try:
                    return function(*args, **kwargs)
                except errors as error:
                    logger.warning("attempt %d of %d: %s", attempt, attempts, error)
                    time.sleep(2**attempt)
            return function(*args, **kwargs)

        return wrapper

    return decorate
