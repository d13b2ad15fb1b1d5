"""The first access of a cached property runs its body, which fetches keys over HTTP."""
from functools import cached_property

import requests


class TokenVerifier:
    def __init__(self, issuer: str) -> None:
        self.issuer = issuer

    @cached_property
    def keys(self) -> dict:
        return requests.get(f"{self.issuer}/.well-known/jwks.json").json()


async def verify(verifier: TokenVerifier, kid: str) -> bool:
    return kid in verifier.keys  # CNC102
