"""`async_to_sync` on a coroutine function: calling it on a loop raises."""

from asgiref.sync import async_to_sync


@async_to_sync
async def fetch():
    return 1


def helper():
    return fetch()


async def handler():
    return helper()  # CNC112


def view(request):
    return helper()
