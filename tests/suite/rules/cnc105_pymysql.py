"""PyMySQL connects, executes and commits synchronously."""
import pymysql


async def log_event(event: str) -> None:
    connection = pymysql.connect(host="db", database="audit")  # CNC105
    cursor = connection.cursor()
    cursor.execute("INSERT INTO events (name) VALUES (%s)", (event,))  # CNC105
    connection.commit()  # CNC105
