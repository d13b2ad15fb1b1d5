"""Nothing says what `client` is, and a dictionary has a `get` too: unknown is silent."""


async def value_of(client, key: str) -> str:
    return client.get(key)
