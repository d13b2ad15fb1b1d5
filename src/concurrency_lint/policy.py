"""The options that say what a project asks of its task queue; the defaults are one house's policy."""

from __future__ import annotations

from concurrency_lint.option import Adapter, Option

_IN_PROJECT: frozenset[Adapter] = frozenset({"pyproject"})

TASK_OPTIONS = (
    "acks_late",
    "autoretry_for",
    "retry_backoff",
    "max_retries",
    "soft_time_limit",
    "time_limit",
    "reject_on_worker_lost",
)

POLICY: tuple[Option, ...] = (
    Option(
        name="task-options",
        kind="names",
        default=TASK_OPTIONS,
        help="options that every task must have in effect; those left out are not asked for",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="time-limits",
        kind="choice",
        default="all",
        choices=("all", "cpu-heavy"),
        help="which tasks need time limits: all of them, or those that compute",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="soft-time-limit",
        kind="number",
        default=50,
        help="the soft time limit, in seconds, to advise where a task has none",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="time-limit",
        kind="number",
        default=60,
        help="the time limit, in seconds, to advise where a task has none",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="max-retries",
        kind="number",
        default=5,
        help="the number of retries to advise where a task has none",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="manual-retry",
        kind="flag",
        default=True,
        help="a task that calls `self.retry` itself needs no `autoretry_for`",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="key-parameters",
        kind="names",
        default=(
            "*idempotency*",
            "*replay*",
            "*dedup*",
            "*request_id",
            "*event_id",
            "*message_id",
            "*_uuid",
        ),
        help="patterns of parameters that name a replay key",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="production-files",
        kind="patterns",
        default=("*prod*",),
        help="names of files and folders that hold the configuration of production",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="development-brokers",
        kind="names",
        default=("redis", "rediss", "sentinel", "amqp", "amqps", "pyamqp", "librabbitmq", "gcpubsub"),
        help="schemes of broker URLs that are allowed outside production",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="production-brokers",
        kind="names",
        default=("amqp", "amqps", "pyamqp", "librabbitmq", "gcpubsub"),
        help="schemes of broker URLs that are allowed in production files",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="result-backends",
        kind="names",
        default=("redis", "rediss", "sentinel", "db+postgresql", "django-db", "disabled"),
        help="schemes of result backends that are allowed; a driver behind a `+` need not be named",
        adapters=_IN_PROJECT,
    ),
    Option(
        name="broker-images",
        kind="names",
        default=("redis:7", "rabbitmq:3.13"),
        help="images of brokers, with the versions that are allowed in compose files",
        adapters=_IN_PROJECT,
    ),
)
