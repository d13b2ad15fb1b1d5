"""FastAPI validates a request body on the loop, so a validator that resolves a name blocks it."""
import socket

from fastapi import FastAPI
from pydantic import BaseModel, field_validator

app = FastAPI()


class Signup(BaseModel):
    email: str

    @field_validator("email")
    @classmethod
    def domain_exists(cls, value: str) -> str:
        socket.getaddrinfo(value.partition("@")[2], 25)  # CNC107
        return value


@app.post("/signup")
async def signup(body: Signup):
    return {"email": body.email}
