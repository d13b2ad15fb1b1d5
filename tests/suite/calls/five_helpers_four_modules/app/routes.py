"""Five helpers over three further modules stand between the coroutine and the query."""
from app.services import profile_page


async def get_profile(user_id: int) -> dict:
    return profile_page(user_id)  # CNC105
