"""urllib3's pool manager and its module-level `request` are synchronous."""
import urllib3


async def captcha_ok(answer: str) -> bool:
    reply = urllib3.request("POST", "https://captcha.example.com", fields={"answer": answer})  # CNC102
    return reply.status == 200
