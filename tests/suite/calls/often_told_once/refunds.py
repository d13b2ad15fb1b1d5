"""Nine calls are told of each."""
from often_told_once.journal import Journal

journal = Journal()


async def asked(number: int) -> None:
    journal.note("asked")  # CNC103
    journal.note("looked at")  # CNC103


async def granted(number: int) -> None:
    journal.note("granted")  # CNC103
    journal.note("paid")  # CNC103
    journal.note("told")  # CNC103
    journal.note("booked")  # CNC103
    journal.note("reported")  # CNC103
    journal.note("filed")  # CNC103
    journal.note("closed")  # CNC103
