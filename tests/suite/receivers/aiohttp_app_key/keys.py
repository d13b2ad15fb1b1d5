from aiohttp import web
import redis

REDIS = web.AppKey("redis", redis.Redis)
