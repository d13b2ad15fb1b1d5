"""The values of `dict[str, Session]` are sessions."""
from sqlalchemy.orm import Session

shards: dict[str, Session] = {}


async def commit_all() -> None:
    for shard in shards.values():
        shard.commit()  # CNC105
