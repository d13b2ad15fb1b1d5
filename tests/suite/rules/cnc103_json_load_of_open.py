"""`json.load(open(...))` opens and reads in one expression: one line, one finding."""
import json


async def translations(language: str) -> dict:
    return json.load(open(f"/srv/i18n/{language}.json"))  # CNC103
