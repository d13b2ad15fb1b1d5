"""A pydantic model carries a sync client as a field; the coroutine calls it."""
import httpx
from pydantic import BaseModel, ConfigDict


class Tools(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)

    http: httpx.Client
    user_agent: str = "bot/1"


async def read_feed(tools: Tools, url: str) -> str:
    return tools.http.get(url, headers={"User-Agent": tools.user_agent}).text  # CNC102
