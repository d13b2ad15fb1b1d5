import asyncio
from app.broker import app
from app.subscribers import bookings
async def main() -> None:
    assert bookings.booked
    await app.run()
if __name__ == "__main__":
    asyncio.run(main())
