from app.cache import client
async def watch(websocket) -> None:
    async with client.pubsub() as channel:
        await channel.subscribe("changes")  # CNC301
        async for message in channel.listen():
            await websocket.send_text(message["type"])
