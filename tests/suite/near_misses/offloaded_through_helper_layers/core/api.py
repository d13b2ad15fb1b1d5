"""The coroutine awaits another that sends the blocking function to a thread two modules away."""
from core.gateway import user


async def name(user_id: int) -> str:
    return (await user(user_id))[1]
