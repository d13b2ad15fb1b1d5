"""Ten calls that lead to the file by two steps: told of once, at the first of the nearest. What is one step away, each."""
from often_told_once.journal import Journal

journal = Journal()


async def created(number: int) -> None:
    journal.note("created")  # CNC103
    journal.flushed("created")  # CNC103


async def paid(number: int) -> None:
    journal.note("paid")
    journal.flushed("paid")  # CNC103


async def packed(number: int) -> None:
    journal.note("packed")
    journal.note("labelled")
    journal.flushed("packed")  # CNC103


async def sent(number: int) -> None:
    journal.note("sent")
    journal.note("traced")
    journal.note("weighed")
    journal.note("insured")
    journal.note("billed")
    journal.note("closed")
    journal.flushed("sent")  # CNC103
    journal.flushed("traced")  # CNC103
    journal.flushed("traced again")  # CNC103
