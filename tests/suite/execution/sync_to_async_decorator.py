"""The decorator turns the blocking function into a coroutine function that uses a thread."""
from asgiref.sync import sync_to_async
from django.core.mail import send_mail


@sync_to_async
def notify(address: str) -> int:
    return send_mail("Receipt", "Thank you", None, [address])


@sync_to_async(thread_sensitive=False)
def archive(path: str, body: str) -> None:
    with open(path, "w") as target:
        target.write(body)


async def paid(address: str) -> None:
    await notify(address)
    await archive(f"/receipts/{address}", "Thank you")
