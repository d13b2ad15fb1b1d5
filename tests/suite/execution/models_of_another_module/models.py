import socket

from pydantic import BaseModel, field_validator


class Host(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def resolves(cls, value: str) -> str:
        socket.getaddrinfo(value, 25)
        return value


class Order(BaseModel):
    hosts: list[Host]


class Plain(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def stripped(cls, value: str) -> str:
        return value.strip()
