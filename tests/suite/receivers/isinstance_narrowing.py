"""Inside the `isinstance` branch the object is a psycopg connection."""
import psycopg


async def checkpoint(resource: object) -> bool:
    if isinstance(resource, psycopg.Connection):
        resource.commit()  # CNC105
        return True
    return False
