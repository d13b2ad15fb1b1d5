"""A helper calls the function it is given, and it is given one that appends to a file."""


def append_line(text: str) -> None:
    with open("/var/log/import.log", "a") as log:
        log.write(text + "\n")


def each_record(records: list[dict], on_record) -> int:
    for record in records:
        on_record(record["id"])
    return len(records)


async def import_batch(records: list[dict]) -> int:
    return each_record(records, on_record=append_line)  # CNC103
