import asyncio

from core import db


async def user(user_id: int) -> tuple:
    return await asyncio.to_thread(db.load_user, user_id)
