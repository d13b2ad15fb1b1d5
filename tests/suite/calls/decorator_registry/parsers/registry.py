PARSERS = {}


def parser(kind: str):
    def register(function):
        PARSERS[kind] = function
        return function

    return register
