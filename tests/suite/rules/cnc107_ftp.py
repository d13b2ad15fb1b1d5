"""An FTP transfer reads from the network until the file is complete."""
import ftplib


async def price_list(server: ftplib.FTP) -> list[str]:
    lines: list[str] = []
    server.retrlines("RETR prices.csv", lines.append)  # CNC107
    return lines
