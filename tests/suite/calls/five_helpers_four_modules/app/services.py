from app import loaders


def profile_page(user_id: int) -> dict:
    return {"profile": with_friends(user_id)}


def with_friends(user_id: int) -> dict:
    return {"user": loaders.user(user_id), "friends": []}
