_DATA: dict[str, str] = {}


def get(key: str) -> str:
    return _DATA.get(key, "")
