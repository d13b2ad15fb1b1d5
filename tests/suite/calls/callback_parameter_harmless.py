"""The same helper is given a blocking function by sync code and a harmless one by the coroutine."""
import time


def each_record(records: list[str], on_record) -> int:
    for record in records:
        on_record(record)
    return len(records)


def slowly(record: str) -> None:
    time.sleep(0.01)


def offline_import(records: list[str]) -> int:
    return each_record(records, slowly)


async def online_import(records: list[str]) -> int:
    seen: list[str] = []
    return each_record(records, seen.append)
