"""A client is the one that was given, or else a fresh one; the fake has no annotation to go by."""
import stripe
from openai import AsyncOpenAI, OpenAI


class Completions:
    def __init__(self, client=None, model: str = "small") -> None:
        self.client = client or OpenAI()
        self.model = model

    async def answer(self, question: str) -> str:
        reply = self.client.chat.completions.create(model=self.model, messages=[{"content": question}])  # CNC102
        return reply.choices[0].message.content


class AsyncCompletions:
    def __init__(self, client=None) -> None:
        self.client = client or AsyncOpenAI()

    async def answer(self, question: str) -> str:
        reply = await self.client.chat.completions.create(model="small", messages=[{"content": question}])
        return reply.choices[0].message.content


class Payments:
    def __init__(self, key: str, client: "stripe.StripeClient | None" = None) -> None:
        self.stripe = client if client is not None else stripe.StripeClient(key)

    async def charge(self, amount: int) -> str:
        return self.stripe.payment_intents.create({"amount": amount, "currency": "eur"}).id  # CNC102
