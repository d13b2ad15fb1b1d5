"""A middleware and an authentication backend verify passwords and tokens and keep an audit on disk."""
import asyncio
import json

import bcrypt
import jwt
from passlib.context import CryptContext
from starlette.middleware.base import BaseHTTPMiddleware

passwords = CryptContext(schemes=["bcrypt"])


class Audit:
    def __init__(self, path: str) -> None:
        self.path = path

    def write(self, entry: dict) -> None:
        with open(self.path, "a") as file:
            file.write(json.dumps(entry))


audit = Audit("/data/audit.log")


class AuditMiddleware(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        audit.write({"path": request.url.path})  # CNC103
        return response


class Accounts:
    def verify(self, plain: str, hashed: str) -> bool:
        return passwords.verify(plain, hashed)

    async def login(self, plain: str, hashed: str) -> bool:
        return self.verify(plain, hashed)  # CNC108

    async def login_elsewhere(self, plain: str, hashed: str) -> bool:
        return await asyncio.to_thread(self.verify, plain, hashed)

    async def register(self, plain: str) -> bytes:
        return bcrypt.hashpw(plain.encode(), bcrypt.gensalt())  # CNC108

    async def token(self, user: str) -> str:
        return jwt.encode({"sub": user}, "key")
