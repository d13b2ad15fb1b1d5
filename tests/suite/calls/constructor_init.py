"""Building the object runs `__init__`, which loads a word list from disk."""


class ProfanityFilter:
    def __init__(self, path: str) -> None:
        with open(path) as words:
            self.words = set(words.read().split())

    def clean(self, text: str) -> bool:
        return not self.words & set(text.split())


async def moderate(comment: str) -> bool:
    return ProfanityFilter("/etc/words.txt").clean(comment)  # CNC103
