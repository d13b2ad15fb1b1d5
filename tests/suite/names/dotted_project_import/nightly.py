"""`import a.b.c` binds `a`; the call through the full path writes a file."""
import ledger.export.csvfile


async def export_day(rows: list[str], day: str) -> None:
    ledger.export.csvfile.dump(rows, f"/exports/{day}.csv")  # CNC103
