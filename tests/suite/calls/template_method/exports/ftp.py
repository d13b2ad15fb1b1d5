"""The inherited template method calls the hook that the subclass defines, and the hook talks FTP."""
import ftplib
import io

from .base import Export


class FtpExport(Export):
    def __init__(self, connection: ftplib.FTP) -> None:
        self.connection = connection

    def write(self, body: str) -> None:
        self.connection.storbinary("STOR export.csv", io.BytesIO(body.encode()))


async def export_orders(connection: ftplib.FTP, rows: list[str]) -> int:
    return FtpExport(connection).run(rows)  # CNC107
