import asyncio
from app.subscribers.readings import listen
if __name__ == "__main__":
    asyncio.run(listen("nats://nats:4222"))
