"""A class is passed, and no object of it is made."""

import requests


class Job:
    def run(self):
        return None


class HttpJob(Job):
    def run(self):
        return requests.get("x")


def names(cls: type[Job]):
    return cls.__name__


async def label(cls: type[Job]):
    return names(cls), cls.__doc__, issubclass(cls, HttpJob)
