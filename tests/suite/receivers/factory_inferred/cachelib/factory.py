import redis


def connect(name):
    hosts = {"sessions": "cache-1", "carts": "cache-2"}
    client = redis.StrictRedis(host=hosts[name])
    return client
