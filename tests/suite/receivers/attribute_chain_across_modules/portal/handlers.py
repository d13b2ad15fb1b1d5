"""Three attributes over three modules lead to a requests session."""
from portal.container import container


async def on_signup(email: str) -> None:
    container.crm.session.post("https://crm.example.com/leads", json={"email": email})  # CNC102
