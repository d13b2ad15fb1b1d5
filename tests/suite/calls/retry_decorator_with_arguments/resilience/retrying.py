from functools import wraps


def retry(attempts: int, on: type[Exception] = Exception):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(attempts):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == attempts - 1:
                        raise

        return wrapper

    return decorate
