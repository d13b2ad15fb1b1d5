"""The annotation names an alias that another module gives to the library class."""
from core.types import Http


async def avatar_exists(http: Http, user: str) -> bool:
    return http.head(f"https://cdn.example.com/{user}.png").ok  # CNC102
