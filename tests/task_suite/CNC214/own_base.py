"""A base class of the project's own awaits it."""

import asyncio

from celery import Celery, Task


class AsyncTask(Task):
    def __call__(self, *args, **kwargs):
        return asyncio.run(self.run(*args, **kwargs))


app = Celery("shop")


@app.task(base=AsyncTask)
async def refresh(): ...
