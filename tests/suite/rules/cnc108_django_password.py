"""Django's password hashers are deliberately slow."""
from django.contrib.auth.hashers import check_password, make_password


async def change(old: str, encoded: str, new: str) -> str | None:
    if check_password(old, encoded):  # CNC108
        return make_password(new)  # CNC108
    return None
