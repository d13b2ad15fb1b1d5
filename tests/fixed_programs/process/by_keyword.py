# offload: anyio
# needs: nltk
import nltk


async def words(text: str, whole: bool):
    return nltk.word_tokenize(text, preserve_line=whole)[:3]


async def main():
    return await words("The quick brown fox, it's gone. " * 40_000, True)
