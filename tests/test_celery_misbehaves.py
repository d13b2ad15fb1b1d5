"""What the rules say goes wrong in Celery does go wrong: shown on the real library, not by our word."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(importlib.util.find_spec("celery") is None, reason="Celery is not installed"),
]

_WORKER = """\
from celery.contrib.testing.worker import start_worker
import pathlib
pathlib.Path("results").mkdir()
app.conf.update(broker_url="memory://", result_backend="file://" + str(pathlib.Path("results").absolute()))
with start_worker(app, perform_ping_check=False, pool="prefork", concurrency=1):
{body}
"""


def run(source: str, tmp_path: Path) -> str:
    """What a program prints."""
    path = tmp_path / "program.py"
    path.write_text(textwrap.dedent(source), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(path)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def with_worker(source: str, body: str, tmp_path: Path) -> str:
    """What a program prints that runs `body` beside a prefork worker with an in-memory broker."""
    worker = _WORKER.format(body=textwrap.indent(textwrap.dedent(body), "    "))
    return run(textwrap.dedent(source) + worker, tmp_path)


def test_waiting_for_a_result_in_a_task_raises(tmp_path: Path) -> None:
    source = """
        from celery import Celery
        app = Celery("shop", set_as_current=True)

        @app.task(name="price")
        def price(sku):
            return 1

        @app.task
        def quote(sku):
            try:
                return price.delay(sku).get(timeout=5)
            except RuntimeError as error:
                return str(error)

    """
    assert "Never call result.get() within a task" in with_worker(
        source, "print(quote.delay('a').get(timeout=20))", tmp_path
    )


def test_the_body_of_a_coroutine_task_never_runs(tmp_path: Path) -> None:
    source = """
        from celery import Celery
        app = Celery("shop", set_as_current=True)
        app.conf.task_always_eager = True

        @app.task
        async def refresh():
            print("ran")

        print(refresh.delay().state)
    """
    assert run(source, tmp_path) == "SUCCESS\n"


def test_a_swallowed_retry_succeeds(tmp_path: Path) -> None:
    source = """
        from celery import Celery
        app = Celery("shop")
        app.conf.task_always_eager = True

        @app.task(bind=True)
        def fetch(self):
            try:
                self.retry(countdown=0, max_retries=1)
            except Exception:
                return "swallowed"

        result = fetch.delay()
        print(result.state, result.result)
    """
    assert run(source, tmp_path) == "SUCCESS swallowed\n"


@pytest.mark.parametrize(
    ("declared", "says"),
    [
        ("@app.task\ndef charge(self, order):\n    raise self.retry()", "missing 1 required positional argument"),
        ("@app.task(bind=True)\ndef charge():\n    return 1", "takes 0 positional arguments but 1 was given"),
    ],
    ids=["unbound", "no-self"],
)
def test_binding_and_self_belong_together(declared: str, says: str, tmp_path: Path) -> None:
    source = f"""\
from celery import Celery
app = Celery("shop")
app.conf.update(task_always_eager=True, task_eager_propagates=True)
{declared}

try:
    charge.apply(args=() if "bind" in {declared!r} else (1,))
except TypeError as error:
    print(error)
"""
    assert says in run(source, tmp_path)


def test_unknown_options_become_attributes(tmp_path: Path) -> None:
    source = """
        from celery import Celery
        app = Celery("shop")

        @app.task(ack_late=True, retires=4)
        def send(): ...

        print(send.ack_late, send.acks_late, send.retires, send.max_retries)

        @app.task(retry_backoff=True)
        def fetch():
            raise OSError

        print(fetch.apply().state)
    """
    assert run(source, tmp_path) == "True False 4 3\nFAILURE\n"


def test_unknown_settings_are_ignored(tmp_path: Path) -> None:
    source = """
        from celery import Celery
        app = Celery("shop", acks_late=True)
        app.conf.update(task_max_retries=9, CELERY_TASK_ACKS_LATE=True)

        class Settings:
            CELERY_ACKS_LATE = True

        other = Celery("other")
        other.config_from_object(Settings, namespace="CELERY")

        @app.task
        def send(): ...

        @other.task
        def receive(): ...

        print(send.acks_late, send.max_retries, receive.acks_late)
    """
    assert run(source, tmp_path) == "False 3 False\n"


def test_one_body_runs_for_both_tasks_of_a_name(tmp_path: Path) -> None:
    source = """
        from celery import Celery
        app = Celery("shop")
        app.conf.task_always_eager = True

        @app.task(name="notify")
        def one():
            return "one"

        @app.task(name="notify")
        def two():
            return "two"

        print(one.delay().get(), two.delay().get())
    """
    assert len(set(run(source, tmp_path).split())) == 1


def test_crontab_without_a_minute_fires_every_minute(tmp_path: Path) -> None:
    source = """
        from celery.schedules import crontab
        print(len(crontab(hour=3).minute), len(crontab(minute=0, hour=3).minute))
    """
    assert run(source, tmp_path) == "60 1\n"
