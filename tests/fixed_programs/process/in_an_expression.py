# offload: anyio
# needs: nltk
import nltk

PARTS = {"a": "One, two. " * 70_000, "b": "Three! " * 70_000}


class Counter:
    def __init__(self):
        self.least = 1

    async def common(self, part: str):
        # The words, and how often
        return len({word for word in nltk.word_tokenize(part, "english", True)}) + self.least


async def main():
    return [await Counter().common(part) for part in PARTS.values()]
