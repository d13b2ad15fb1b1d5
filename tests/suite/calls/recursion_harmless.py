"""Mutual recursion without any I/O ends, for the analysis as for the program, with nothing to report."""


def expression(tokens: list[str]) -> int:
    value = term(tokens)
    while tokens and tokens[0] == "+":
        tokens.pop(0)
        value += term(tokens)
    return value


def term(tokens: list[str]) -> int:
    token = tokens.pop(0)
    if token == "(":
        value = expression(tokens)
        tokens.pop(0)
        return value
    return int(token)


async def evaluate(source: str) -> int:
    return expression(source.split())
