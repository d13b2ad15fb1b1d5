"""With `defer_connect=True` the constructor opens no connection; `close` only says goodbye."""
import pymysql


async def prepare(host: str) -> str:
    connection = pymysql.connect(host=host, defer_connect=True)
    return connection.host
