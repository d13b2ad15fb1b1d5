"""A plain digest of a short string and JSON of a small value are ordinary computation."""
import hashlib
import json


async def etag(payload: dict) -> str:
    body = json.dumps(payload, sort_keys=True)
    assert json.loads(body) == payload
    return hashlib.sha256(body.encode()).hexdigest()
