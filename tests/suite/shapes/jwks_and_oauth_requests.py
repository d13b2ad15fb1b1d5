"""Keys and tokens of an identity provider are fetched by sync libraries while a request is checked."""
import requests
from google.auth.transport import requests as google_requests
from google.oauth2 import id_token, service_account
from jwt import PyJWKClient

keys = PyJWKClient("https://x/jwks")


class Verifier:
    def __init__(self) -> None:
        self._keys: dict | None = None

    def _load(self) -> dict:
        if self._keys is None:
            self._keys = requests.get("https://x/jwks").json()
        return self._keys

    async def verify(self, token: str) -> dict:
        return self._load()  # CNC102


async def google(token: str) -> dict:
    return id_token.verify_oauth2_token(token, google_requests.Request())  # CNC102


async def signing_key(token: str):
    return keys.get_signing_key_from_jwt(token)  # CNC102


async def refreshed(info: dict) -> str:
    credentials = service_account.Credentials.from_service_account_info(info)
    credentials.refresh(google_requests.Request())  # CNC102
    return credentials.token
