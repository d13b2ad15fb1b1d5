"""Reading and writing `io.StringIO` and `io.BytesIO` touches memory only, through csv as well."""
import csv
import io


async def to_csv(rows: list[list[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    buffer.write("\n")
    raw = io.BytesIO(buffer.getvalue().encode())
    return raw.read()
