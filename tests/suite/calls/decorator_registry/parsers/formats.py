import subprocess

from .registry import parser


@parser("txt")
def parse_text(path: str) -> str:
    return path


@parser("pdf")
def parse_pdf(path: str) -> str:
    return subprocess.check_output(["pdftotext", path, "-"], text=True)
