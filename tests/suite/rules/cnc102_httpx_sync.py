"""httpx's top-level functions and its `Client` are synchronous."""
import httpx


async def oauth_token(code: str) -> str:
    reply = httpx.post("https://id.example.com/token", data={"code": code})  # CNC102
    return reply.json()["access_token"]


async def revoke(token: str) -> None:
    with httpx.Client(timeout=3) as client:
        client.delete(f"https://id.example.com/token/{token}")  # CNC102
