# select: CNC405
# offload: asyncio anyio
# before: ('en', 'en hello')
# after: ('de', 'de hello')
import asyncio
import contextvars

language = contextvars.ContextVar("language", default="en")


def greeting(word):
    return f"{language.get()} {word}"


async def main():
    language.set("de")
    loop = asyncio.get_running_loop()
    chosen = await loop.run_in_executor(None, language.get)
    return chosen, await loop.run_in_executor(
        None,
        greeting,
        "hello",  # polite
    )
