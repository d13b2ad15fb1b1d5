"""A Celery worker with a broker in memory, for programs that run tasks."""

import contextlib
import logging
import pathlib

from celery import signals
from celery.contrib.testing.worker import start_worker


def configured(app):
    """The app with what a worker in the same program needs."""
    results = pathlib.Path("results")
    results.mkdir(exist_ok=True)
    app.conf.update(
        broker_url="memory://",
        result_backend=f"file://{results.absolute()}",
        worker_hijack_root_logger=False,
    )
    app.set_current()
    logging.disable(logging.CRITICAL)
    return app


def result_of(task, *arguments, pool="solo"):
    """The state that a task ends in, and its result, from a worker."""
    with start_worker(
        configured(task.app),
        pool=pool,
        concurrency=1,
        perform_ping_check=False,
        shutdown_timeout=20,
    ):
        result = task.apply_async(arguments)
        with contextlib.suppress(Exception):
            result.get(timeout=20)
        told = result.result
        return result.state, type(told).__name__ if isinstance(told, Exception) else told


def waits_of(task, *arguments):
    """How long a task waits before each of its retries, and the state that it ends in."""
    waits = []

    def noted(sender, reason, **more):
        waits.append(reason.when)

    signals.task_retry.connect(noted)
    task.app.conf.task_always_eager = True
    state = task.apply(arguments).state
    return waits, state
