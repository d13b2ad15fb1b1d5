"""A submodule of the standard library taken by from-import with an alias blocks as ever."""
from urllib import request as urlrequest


async def mirror(url: str, target: str) -> None:
    urlrequest.urlretrieve(url, target)  # CNC102
