# offload: anyio
# needs: nltk
import nltk


async def count(text: str):
    return len(nltk.word_tokenize(text, "english", True))


async def main():
    return await count("The quick brown fox, it's gone. " * 40_000)
