from opentelemetry.propagate import extract, inject
def outgoing(base: dict[str, str] | None = None, context=None) -> dict[str, str]:
    headers = {**(base or {})}
    inject(headers, context)
    return headers
def incoming(headers):
    return extract(dict(headers or {}))
