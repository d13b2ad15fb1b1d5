"""An explicit type alias names a union of a session and None."""
from typing import Optional

import psycopg
from typing_extensions import TypeAlias

MaybeConnection: TypeAlias = "Optional[psycopg.Connection]"


async def undo(connection: MaybeConnection) -> bool:
    if connection is not None:
        connection.rollback()  # CNC105
    return connection is not None
