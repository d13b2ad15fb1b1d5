"""Every request of an SDK blocks, as class method, service or resource; its `_async` twins and local checks do not."""
import resend
import stripe

client = stripe.StripeClient("sk_test")


class Billing:
    def __init__(self, stripe_client: stripe.StripeClient) -> None:
        self.client = stripe_client

    async def charge(self, amount: int) -> None:
        stripe.PaymentIntent.create(amount=amount, currency="eur")  # CNC102
        self.client.v1.customers.list()  # CNC102
        client.checkout.sessions.create({"mode": "payment"})  # CNC102
        await stripe.PaymentIntent.create_async(amount=amount, currency="eur")
        await self.client.v1.customers.list_async()

    async def receive(self, payload: bytes, signature: str) -> None:
        stripe.Webhook.construct_event(payload, signature, "whsec")

    async def mail(self) -> None:
        resend.Emails.send({"to": "a@example.com"})  # CNC102
        await resend.Emails.send_async({"to": "a@example.com"})
