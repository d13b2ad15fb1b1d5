import aioboto3
from aiohttp import web
from app.messages import ImageStored, announce
session = aioboto3.Session()
routes = web.RouteTableDef()
@routes.put("/images/{key}")
async def store(request: web.Request) -> web.Response:
    key = request.match_info["key"]
    async with session.client("s3") as bucket:
        await bucket.put_object(Bucket="images", Key=key, Body=await request.read())
    async with session.client("sqs") as queue:
        await announce(queue, "stored", ImageStored(event_id=key, key=key))
    return web.json_response({"key": key}, status=202)
def create() -> web.Application:
    application = web.Application()
    application.add_routes(routes)
    return application
