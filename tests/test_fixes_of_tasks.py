"""What fixes make of tasks: options in the house's order with the configured values, and what is left to people."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from fixing import fixed, refusals

EVERY = ("CNC201", "CNC202", "CNC203", "CNC204", "CNC205", "CNC206", "CNC209")
HEAD = 'from celery import Celery\n\napp = Celery("shop")\n\n\n'
BODY = "\ndef work(order): ...\n"
ALL_LINES = """\
@app.task(
    acks_late=True,
    autoretry_for=(Exception,),
    retry_backoff=True,
    max_retries=5,
    soft_time_limit=50,
    time_limit=60,
    reject_on_worker_lost=True,
)"""

WRITTEN = {
    "no call": ("@app.task", EVERY, ALL_LINES),
    "no arguments": ("@app.task()", EVERY, ALL_LINES),
    "some of them": (
        "@app.task(bind=True, acks_late=True, autoretry_for=(OSError,), max_retries=3)",
        EVERY,
        "@app.task(\n    bind=True,\n    acks_late=True,\n    autoretry_for=(OSError,),\n    max_retries=3,\n"
        "    retry_backoff=True,\n    soft_time_limit=50,\n    time_limit=60,\n    reject_on_worker_lost=True,\n)",
    ),
    "on one line": ("@app.task(bind=True)", ("CNC201",), "@app.task(bind=True, acks_late=True)"),
    "with its companion": ("@app.task", ("CNC201", "CNC209"), "@app.task(acks_late=True, reject_on_worker_lost=True)"),
    "retries back off and end": (
        "@app.task",
        ("CNC202",),
        "@app.task(autoretry_for=(Exception,), retry_backoff=True, max_retries=5)",
    ),
    "a line for each": (
        "@app.task(\n    bind=True,  # why\n)",
        ("CNC205", "CNC206"),
        "@app.task(\n    bind=True,  # why\n    soft_time_limit=50,\n    time_limit=60,\n)",
    ),
    "without a last comma": (
        "@app.task(\n    bind=True  # why\n)",
        ("CNC201",),
        "@app.task(\n    bind=True,  # why\n    acks_late=True,\n)",
    ),
    "closed on the last line": (
        "@app.task(bind=True,\n          name='work')",
        ("CNC201",),
        "@app.task(bind=True,\n          name='work',\n          acks_late=True)",
    ),
    "all on the second line": (
        "@app.task(\n    bind=True, name='work'\n)",
        ("CNC201",),
        "@app.task(\n    bind=True, name='work', acks_late=True\n)",
    ),
    "a comment behind": ("@app.task  # ours", ("CNC201",), "@app.task(acks_late=True)  # ours"),
    "other decorators": ("@staticmethod\n@app.task", ("CNC201",), "@staticmethod\n@app.task(acks_late=True)"),
    "a long task": ("@app.task(time_limit=600)", ("CNC205",), "@app.task(time_limit=600, soft_time_limit=500)"),
    "a delay of its own": (
        "@app.task(default_retry_delay=60, autoretry_for=(OSError,))",
        ("CNC203",),
        "@app.task(default_retry_delay=60, autoretry_for=(OSError,), retry_backoff=60)",
    ),
    "a comma at the end": ("@app.task(bind=True,)", ("CNC201",), "@app.task(bind=True, acks_late=True,)"),
}


@pytest.mark.parametrize(("before", "codes", "after"), WRITTEN.values(), ids=list(WRITTEN))
def test_options_are_added(before: str, codes: tuple[str, ...], after: str, tmp_path: Path) -> None:
    assert fixed(tmp_path, HEAD + before + BODY, *codes) == HEAD + after + BODY


def test_shared_tasks(tmp_path: Path) -> None:
    source = "from celery import Celery, shared_task\n\napp = Celery()\n\n\n@shared_task\ndef work(): ...\n"
    assert "@shared_task(acks_late=True)\n" in fixed(tmp_path, source, "CNC201")


def test_a_task_made_by_a_call(tmp_path: Path) -> None:
    source = HEAD + "def work(): ...\n\n\none = app.task(work)\n"
    assert "one = app.task(work, acks_late=True)\n" in fixed(tmp_path, source, "CNC201")
    source = HEAD + "def work(): ...\n\n\none = app.task(bind=True)(work)\n"
    assert "one = app.task(bind=True, acks_late=True)(work)\n" in fixed(tmp_path, source, "CNC201")


def test_the_configured_values_and_line_length(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 140\n")
    options: dict[str, Any] = {"soft_time_limit": 240, "time_limit": 300, "max_retries": 2}
    text = fixed(tmp_path, HEAD + "@app.task" + BODY, "CNC202", "CNC205", "CNC206", **options)
    given = "retry_backoff=True, max_retries=2, soft_time_limit=240, time_limit=300"
    assert f"@app.task(autoretry_for=(Exception,), {given})\n" in text


def test_what_is_set_elsewhere_is_not_set_again(tmp_path: Path) -> None:
    source = HEAD + "app.conf.task_reject_on_worker_lost = True\n\n\n@app.task" + BODY
    assert "@app.task(acks_late=True)\n" in fixed(tmp_path, source, "CNC201", "CNC209")


def test_one_edit_for_all_of_a_task_that_nothing_silences(tmp_path: Path) -> None:
    source = HEAD + "@app.task  # noqa: CNC206" + BODY
    assert "@app.task(soft_time_limit=50)  # noqa: CNC206\n" in fixed(tmp_path, source, "CNC205", "CNC206")


REFUSED = {
    "spread options": ("OPTIONS = {'bind': True}\n\n\n@app.task(**OPTIONS)", "CNC201", "it is given `**OPTIONS`"),
    "switched off": ("@app.task(acks_late=False)", "CNC201", "`acks_late` is `False` there"),
    "expected exceptions": ("@app.task(throws=(OSError,))", "CNC202", "its `throws` are expected"),
    "for ever": ("@app.task(autoretry_for=(OSError,), max_retries=None)", "CNC204", "`max_retries` is `None` there"),
    "a decorator of its own": (
        "def ours(function):\n    return app.task(bind=True)(function)\n\n\n@ours",
        "CNC201",
        "its decorator is not Celery's own",
    ),
    "limits that clash": ("@app.task(time_limit=30)", "CNC205", "does not go with its `time_limit` of 30"),
    "a short hard limit": ("@app.task(soft_time_limit=90)", "CNC206", "does not go with its `soft_time_limit` of 90"),
    "annotations": (
        "app.conf.task_annotations = {'*': {'acks_late': False}}\n\n\n@app.task",
        "CNC201",
        "`task_annotations` set `acks_late`",
    ),
}


LONG = {
    "a loop": ("    for page in order:\n        requests.get(page)\n", "it works in a loop"),
    "a loop of its own work": ("    while order:\n        turn(order)\n", "it works in a loop"),
    "a process": ("    subprocess.run(order)\n", "it waits for another process"),
    "progress": ("    def tell(done):\n        self.update_state(meta=done)\n    order(tell)\n", "its progress"),
    "rows": ("    for page in order:\n        page.delete()\n", "it works in a loop"),
    "a long wait": ("    requests.get(order, timeout=300)\n", "it gives a call 300 seconds"),
}
SHORT = {
    "a quick loop": "    return [str(each) for each in order], {each.strip() for each in order}\n",
    "a short wait": "    requests.get(order, timeout=5)\n",
}
WORKING = HEAD.replace("\n\n", "\nimport requests\nimport subprocess\n\n", 1) + "def turn(order): ...\n\n\n"
WORKING += "@app.task(bind=True, soft_time_limit=None)\ndef work(self, order):\n"


@pytest.mark.parametrize(("body", "reason"), LONG.values(), ids=list(LONG))
def test_long_work_is_given_no_limit_that_nobody_chose(body: str, reason: str, tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, WORKING + body, "CNC206")
    assert reason in said
    assert "choose one that fits" in said


@pytest.mark.parametrize("body", SHORT.values(), ids=list(SHORT))
def test_short_work_is_given_a_limit(body: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, WORKING + body, "CNC206") == [""]


NAMED = HEAD.replace("\n\n", "\nfrom shop import import_string, load\n\n", 1)
NAMED = NAMED.replace(
    "import Celery\n", "import Celery\nfrom django.db import connection\nfrom django.dispatch import Signal\n"
)
NAMED += "@app.task({})\ndef {}(order):\n    {}\n"
ANY_LENGTH = {
    "all there is": ("export_orders", "load(order)", "its name says `export`"),
    "what a name finds": ("work", "import_string(order)()", "`import_string` finds what it works with"),
    "payments": ("work", "load.try_refund(order)", "in the middle of `try_refund`"),
    "payments further down": (
        "work",
        "turn(order)\n\n\ndef turn(order):\n    order.confirm_payment()",
        "in the middle of `confirm_payment`",
    ),
    "a status": ("work", "order.status = 'begun'\n    load(order)", "it keeps a status, which would go on saying"),
    "a signal": ("work", "paid = Signal()\n    paid.send(sender=order)", "it sends a signal"),
    "SQL of its own": (
        "work",
        "with connection.cursor() as cursor:\n        cursor.execute('SELECT refresh()')",
        "it runs SQL of its own",
    ),
    "what a name finds further down": (
        "work",
        "turn(order)\n\n\ndef turn(order):\n    import_string(order)()",
        "`import_string` finds what it works with",
    ),
}


@pytest.mark.parametrize(("name", "body", "reason"), ANY_LENGTH.values(), ids=list(ANY_LENGTH))
def test_work_of_any_length_is_given_no_limit(name: str, body: str, reason: str, tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, NAMED.format("soft_time_limit=None", name, body), "CNC206")
    assert reason in said
    assert refusals(tmp_path, NAMED.format("soft_time_limit=None", "important_work", "load(order)"), "CNC206") == [""]
    # Somebody has thought of how long it may take.
    chosen = NAMED.format("time_limit=600", name, body)
    assert refusals(tmp_path, chosen, "CNC205") == [""]


AGAIN = HEAD.replace(
    "\n\n", "\nfrom django.db import models\nfrom shop import call_command, load, mailing\nimport requests\n\n", 1
)
AGAIN += "@app.task\ndef send_mail(order): ...\n\n\ndef invoice(order):\n    mailing.send_mail(order)\n\n\n"
AGAIN += "class Entry(models.Model): ...\n\n\ndef record(order):\n    note(order)\n\n\n"
AGAIN += "def note(order):\n    write(order)\n\n\ndef write(order):\n    Entry.objects.create(order=order)\n\n\n"
AGAIN += "@app.task{}\ndef work(orders):\n    {}\n"
NOT_AGAIN = {
    "mail to each": ("for each in orders:\n        mailing.send_mail(each)", "it calls `send_mail` for each of many"),
    "payments": ("while orders:\n        load(orders).refund()", "it calls `refund`"),
    "further down": ("for each in orders:\n        invoice(each)", "it calls `send_mail`"),
    "by another task": ("for each in orders:\n        send_mail.delay(each)", "it calls `send_mail`"),
    "with its options": ("for each in orders:\n        send_mail.s(each).apply_async()", "it calls `send_mail`"),
    "to other services": ("for each in orders:\n        requests.post(each)", "it calls `post`"),
    "what adds": ("load(orders).add_items(orders)", "it calls `add_items`"),
    "other tasks": ("send_mail.delay(orders)", "it sends `send_mail`"),
    "records": ("load(orders).objects.create(order=orders)", "it creates records"),
    "records further down": ("record(orders)", "it creates records"),
    "a status": ("orders.status = 'begun'\n    load(orders)", "it keeps a status"),
    "a status by name": ("load(orders).update(order_status='begun')", "it keeps a status"),
    "whatever it is told": ("call_command(orders)", "`call_command` runs whatever it is told"),
}
ONCE_MORE = {
    "records that may be there": "load(orders).objects.update_or_create(order=orders)",
    "one mail": "mailing.send_mail(orders)",
    "mail after the loop": "for each in orders:\n        load(each)\n    invoice(orders)",
    "what is only read": "for each in orders:\n        requests.get(each)",
    "what is named like it": "for each in orders:\n        load(each.email_context, each.get_mail(), each.refund_id())",
    "a command that is known": "call_command('clearsessions')",
}


@pytest.mark.parametrize(("body", "reason"), NOT_AGAIN.values(), ids=list(NOT_AGAIN))
def test_what_cannot_be_taken_back_is_not_done_again(body: str, reason: str, tmp_path: Path) -> None:
    for options, code in (("", "CNC201"), ("", "CNC202"), ("(acks_late=True)", "CNC209")):
        assert reason in refusals(tmp_path, AGAIN.format(options, body), code)[-1]


def test_what_expires_soon_is_not_retried(tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, f"{HEAD}@app.task(expires=30){BODY}", "CNC202")
    assert "it expires after 30 seconds" in said
    assert refusals(tmp_path, f"{HEAD}@app.task(expires=3600){BODY}", "CNC202") == [""]


def test_a_delay_that_is_not_known_stays_in_force(tmp_path: Path) -> None:
    source = f"{HEAD}from shop import settings\n\n@app.task({{}}default_retry_delay={{}}){BODY}"
    for options, code in (("autoretry_for=(OSError,), ", "CNC203"), ("", "CNC202")):
        assert "`default_retry_delay`" in refusals(tmp_path, source.format(options, "settings.DELAY"), code)[0]
        assert "retry_backoff=30" in fixed(tmp_path, source.format(options, "30"), code)


def test_a_soft_limit_is_not_retried_with_everything_else(tmp_path: Path) -> None:
    source = f"{HEAD}@app.task(time_limit=60, autoretry_for=({{}},)){BODY}"
    limits = "soft_time_limit=50, dont_autoretry_for=(SoftTimeLimitExceeded,))"
    assert limits in fixed(tmp_path, source.format("Exception"), "CNC205").replace("\n    ", " ").replace(",\n)", ")")
    assert "dont_autoretry_for" not in fixed(tmp_path, source.format("OSError"), "CNC205")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("orders_monitor", "`monitor`"), ("create_order", "`create`"), ("recreate_cache", ""), ("work", "")],
)
def test_what_makes_something_is_not_done_twice(name: str, reason: str, tmp_path: Path) -> None:
    source = HEAD + f"from shop import load\n\n\n@app.task\ndef {name}(order):\n    load(order)\n"
    for code in ("CNC201", "CNC202"):
        (said,) = refusals(tmp_path, source, code)
        assert bool(said) == bool(reason)
        assert reason in said


@pytest.mark.parametrize(("name", "code"), [("create_order", "CNC201"), ("export_orders", "CNC206")])
def test_a_name_says_nothing_where_the_body_says_all(name: str, code: str, tmp_path: Path) -> None:
    source = HEAD + f"import time\n\n\n@app.task(soft_time_limit=None)\ndef {name}(order):\n    time.sleep(4)\n"
    assert refusals(tmp_path, source, code) == [""]


@pytest.mark.parametrize("body", ONCE_MORE.values(), ids=list(ONCE_MORE))
def test_other_work_is(body: str, tmp_path: Path) -> None:
    for options, code in (("", "CNC201"), ("", "CNC202"), ("(acks_late=True)", "CNC209")):
        assert refusals(tmp_path, AGAIN.format(options, body), code)[-1] == ""


CAUGHT = "@app.task(bind=True)\ndef work(self, order):\n    try:\n        order()\n    except Exception:\n        {}\n"


def test_what_catches_everything_is_not_retried(tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, HEAD + CAUGHT.format("print(order)"), "CNC202")
    assert "catches every exception" in said
    assert refusals(tmp_path, HEAD + CAUGHT.format("raise"), "CNC202") == [""]
    assert refusals(tmp_path, HEAD + CAUGHT.format("print(order)") + "    order()\n", "CNC202") == [""]


def test_a_task_that_hands_on_its_retry_is_not_reported(tmp_path: Path) -> None:
    source = HEAD + "def tried(order, retry): ...\n\n\n@app.task(bind=True)\ndef work(self, order):\n    "
    assert refusals(tmp_path, source + "tried(order, self.retry)\n", "CNC202") == []
    assert refusals(tmp_path, source + "tried(order, self.name)\n", "CNC202") == [""]


CLASSES = {
    "nothing yet": ("    def run(self): ...\n", "    acks_late = True\n\n    def run(self): ...\n"),
    "a docstring": (
        '    """Works."""\n\n    def run(self): ...\n',
        '    """Works."""\n\n    acks_late = True\n\n    def run(self): ...\n',
    ),
    "others": (
        "    name = 'work'  # ours\n    bind: bool = True\n    def run(self): ...\n",
        "    name = 'work'  # ours\n    bind: bool = True\n    acks_late = True\n\n    def run(self): ...\n",
    ),
    "nothing else": ("    name = 'work'\n", "    name = 'work'\n    acks_late = True\n"),
}


@pytest.mark.parametrize(("before", "after"), CLASSES.values(), ids=list(CLASSES))
def test_a_class_is_given_attributes(before: str, after: str, tmp_path: Path) -> None:
    source = HEAD.replace("Celery\n", "Celery, Task\n", 1) + "class Work(Task):\n{}\n\napp.register_task(Work())\n"
    assert fixed(tmp_path, source.format(before), "CNC201") == source.format(after)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("    acks_late = False\n\n    def run(self): ...\n", "`acks_late = False` stands there"),
        ("    def run(self): ...\n\n    acks_late = False\n", "`acks_late = False` stands there"),
    ],
)
def test_classes_that_are_left_alone(body: str, reason: str, tmp_path: Path) -> None:
    source = f"{HEAD.replace('Celery', 'Celery, Task', 1)}class Work(Task):\n{body}\n\napp.register_task(Work())\n"
    assert reason in refusals(tmp_path, source, "CNC201")[0]


EXCEPTION = "from celery.exceptions import SoftTimeLimitExceeded\n"
IMPORTED = {
    "nothing yet": ("from celery import Celery\n", f"from celery import Celery\n{EXCEPTION}", ""),
    "another of them": (
        "from celery import Celery\nfrom celery.exceptions import Ignore\n",
        "from celery import Celery\nfrom celery.exceptions import Ignore, SoftTimeLimitExceeded\n",
        "",
    ),
    "in parentheses": (
        "from celery import Celery\nfrom celery.exceptions import (\n    Retry,\n    TaskError,\n)\n",
        "from celery import Celery\nfrom celery.exceptions import (\n    Retry,\n    SoftTimeLimitExceeded,\n"
        "    TaskError,\n)\n",
        "",
    ),
    "the module": (
        "from celery import Celery, exceptions\n",
        "from celery import Celery, exceptions\n",
        "exceptions.",
    ),
    "another name": (
        "from celery import Celery\nfrom celery.exceptions import SoftTimeLimitExceeded as Late\n",
        "from celery import Celery\nfrom celery.exceptions import SoftTimeLimitExceeded as Late\n",
        "Late",
    ),
}


@pytest.mark.parametrize(("before", "after", "name"), IMPORTED.values(), ids=list(IMPORTED))
def test_what_is_spared_is_imported(before: str, after: str, name: str, tmp_path: Path) -> None:
    rest = "\napp = Celery('shop')\n\n\n@app.task(\n    autoretry_for=(Exception,),\n    soft_time_limit=50,\n){}"
    written = name if name == "Late" else f"{name}SoftTimeLimitExceeded"
    more = f"    dont_autoretry_for=({written},),\n)"
    text = fixed(tmp_path, before + rest.format(BODY), "CNC227")
    assert text == after + (rest.format(BODY)).replace("50,\n)", f"50,\n{more}")


def test_waiting_grows(tmp_path: Path) -> None:
    source = HEAD + "@app.task(bind=True)\ndef work(self, x):\n    raise self.retry({})\n"
    for before, after in (
        ("countdown=30", "countdown=30 * 2**self.request.retries"),
        ("", "countdown=self.default_retry_delay * 2**self.request.retries"),
    ):
        assert fixed(tmp_path, source.format(before), "CNC203") == source.format(after)


def test_a_wait_with_a_name_is_left_to_people(tmp_path: Path) -> None:
    source = HEAD + "WAIT = 30\n\n\n@app.task(bind=True)\ndef work(self, x):\n    wait = 30\n"
    source += "    print(wait)\n    raise self.retry(countdown=wait)\n"
    assert all("`wait` may be used for something else" in said for said in refusals(tmp_path, source, "CNC203"))
    assert fixed(tmp_path, source, "CNC203") == source


def test_events(tmp_path: Path) -> None:
    source = 'from celery import Celery\n\napp = Celery("shop", broker="redis://redis")\n'
    text = 'app = Celery("shop", broker="redis://redis", worker_send_task_events=True)\n'
    assert fixed(tmp_path, source, "CNC212").endswith(text)


_READ = """\
import app
task = app.work
print(task.acks_late, task.autoretry_for, task.retry_backoff, task.max_retries, task.soft_time_limit, task.time_limit,
      task.reject_on_worker_lost, app.app.conf.worker_send_task_events)
"""


def test_celery_sees_what_was_added(tmp_path: Path) -> None:
    pytest.importorskip("celery")
    source = 'from celery import Celery\n\napp = Celery("shop", broker="memory://")\n\n\n@app.task\ndef work(): ...\n'
    fixed(tmp_path, source, *EVERY, "CNC212")
    done = subprocess.run([sys.executable, "-c", _READ], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "True (<class 'Exception'>,) True 5 50 60 True True\n"


RENAMED = {
    "an option": ("@app.task(ack_late=True)", "@app.task(acks_late=True)", "CNC222"),
    "a number": ("@app.task(\n    retires=3,  # why\n)", "@app.task(\n    max_retries=3,  # why\n)", "CNC222"),
    "what it works for is added": (
        "@app.task(reject_on_worker_lost=True)",
        "@app.task(reject_on_worker_lost=True, acks_late=True)",
        "CNC222",
    ),
    "an assigned setting": (
        "app.conf.task_ack_late = True\n\n\n@app.task",
        "app.conf.task_acks_late = True\n\n\n@app.task",
        "CNC223",
    ),
    "a setting in a mapping": (
        "app.conf.update({'task_default_time_limit': 60})\n\n\n@app.task",
        "app.conf.update({'task_time_limit': 60})\n\n\n@app.task",
        "CNC223",
    ),
    "a keyword": (
        "app.conf.update(\n    CELERY_TASK_ACKS_LATE=True,\n)\n\n\n@app.task",
        "app.conf.update(\n    task_acks_late=True,\n)\n\n\n@app.task",
        "CNC223",
    ),
}


@pytest.mark.parametrize(("before", "after", "code"), RENAMED.values(), ids=list(RENAMED))
def test_misspelt_options_and_dead_settings(before: str, after: str, code: str, tmp_path: Path) -> None:
    assert fixed(tmp_path, HEAD + before + BODY, code) == HEAD + after + BODY


NOT_RENAMED = {
    "no exceptions": ("@app.task(autoretry=True)", "CNC222", "`True` is no value for `autoretry_for`"),
    "no number": ("@app.task(retries=True)", "CNC222", "`True` is no value for `max_retries`"),
    "spread": ("GIVEN = {'ack_late': True}\n\n\n@app.task(**GIVEN)", "CNC222", "is not written where it is set"),
    "no such setting": ("app.conf.task_max_retries = 3\n\n\n@app.task", "CNC223", "but `max_retries` on the task"),
    "set already": (
        "app.conf.task_time_limit = 60\napp.conf.task_default_time_limit = 30\n\n\n@app.task",
        "CNC223",
        "`task_time_limit` stands in this module, too",
    ),
}


LEFT_TO_PEOPLE = {**REFUSED, **NOT_RENAMED}


@pytest.mark.parametrize(("before", "code", "reason"), LEFT_TO_PEOPLE.values(), ids=list(LEFT_TO_PEOPLE))
def test_what_is_left_to_people(before: str, code: str, reason: str, tmp_path: Path) -> None:
    source = HEAD + before + BODY
    (said,) = refusals(tmp_path, source, code)
    assert reason in said
    assert fixed(tmp_path, source, code) == source


def test_old_and_new_names_do_not_mix(tmp_path: Path) -> None:
    # Celery refuses to start where a module has both.
    (tmp_path / "app.py").write_text(
        'from celery import Celery\n\napp = Celery()\napp.config_from_object("settings")\n'
    )
    source = "CELERY_ACKS_LATE = True\nCELERY_TASK_TIME_LIMIT = 60\n"
    (said,) = refusals(tmp_path, source, "CNC223", path="settings.py")
    assert "the two do not mix" in said
    alone = source.splitlines(keepends=True)[1]
    assert fixed(tmp_path, alone, "CNC223", path="settings.py") == "task_time_limit = 60\n"


def test_the_soft_limit_is_raised_again(tmp_path: Path) -> None:
    source = HEAD + (
        "@app.task(soft_time_limit=5)\ndef work(rows):\n  for row in rows:\n    try:\n      row()\n"
        "    except KeyError:\n      continue\n    # Never mind.\n    except Exception:  # pylint: disable=W0718\n"
        "      continue\n"
    )
    clause = "    except SoftTimeLimitExceeded:\n      raise\n"
    after = source.replace("    # Never mind.\n", f"{clause}    # Never mind.\n")
    assert fixed(tmp_path, source, "CNC215") == after.replace("Celery\n", f"Celery\n{EXCEPTION}", 1)


SENDING = """\
from celery import shared_task
from django.db import transaction


@shared_task
def send(order_id, copies=1): ...


def place(order, orders):
    with transaction.atomic({}):
        {}
"""
ON_COMMIT = {
    "arguments": ("send.delay(order.pk)", "transaction.on_commit(functools.partial(send.delay, order.pk))"),
    "keywords": (
        "send.apply_async((order.pk,), countdown=5)",
        "transaction.on_commit(\n            functools.partial(send.apply_async, (order.pk,), countdown=5)\n        )",
    ),
    "in a loop": (
        "for each in orders:\n            send.delay(each.pk)",
        "for each in orders:\n            transaction.on_commit(functools.partial(send.delay, each.pk))",
    ),
}


@pytest.mark.parametrize(("before", "after"), ON_COMMIT.values(), ids=list(ON_COMMIT))
def test_sending_on_commit(before: str, after: str, tmp_path: Path) -> None:
    text = fixed(tmp_path, SENDING.format("", before), "CNC217")
    assert text == "import functools\n\n" + SENDING.format("", after)


def test_sending_in_a_decorated_function(tmp_path: Path) -> None:
    source = SENDING.partition("def place")[0].replace("import transaction", "import models, transaction")
    source += "@transaction.atomic\ndef place(order):\n    order.save()\n    send.delay()\n"
    assert "    transaction.on_commit(send.delay)\n" in fixed(tmp_path, source, "CNC217")


NOT_ON_COMMIT = {
    "a result": ("", "order.task = send.delay(order.pk)", "its result is used"),
    "another database": ("using='old'", "send.delay(order.pk)", "a database by name"),
    "further down": ("", "later(order)", "it is sent further down"),
}


@pytest.mark.parametrize(("given", "before", "reason"), NOT_ON_COMMIT.values(), ids=list(NOT_ON_COMMIT))
def test_what_is_not_sent_on_commit(given: str, before: str, reason: str, tmp_path: Path) -> None:
    source = SENDING.format(given, before) + "\n\ndef later(order):\n    send.delay(order.pk)\n"
    (said,) = refusals(tmp_path, source, "CNC217")
    assert reason in said


APP = """\
import os

from celery import Celery, Task

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")


class Own(Task): ...


app = Celery({})
"""
ON_COMMIT_METHODS = {
    "new enough": ("celery[redis]>=5.4", "", "send.delay_on_commit(order.pk)"),
    "pinned": ("celery==5.6.3", "", "send.delay_on_commit(order.pk)"),
    "an older one": ("celery>=5.3,<6", "", ON_COMMIT["arguments"][1]),
    "any": ("celery", "", ON_COMMIT["arguments"][1]),
    "a class of its own": ("celery>=5.4", "task_cls=Own", ON_COMMIT["arguments"][1]),
}


@pytest.mark.parametrize(("needs", "given", "after"), ON_COMMIT_METHODS.values(), ids=list(ON_COMMIT_METHODS))
def test_methods_that_send_on_commit(needs: str, given: str, after: str, tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text(f"django\n{needs}\n")
    (tmp_path / "celery_app.py").write_text(APP.format(given))
    text = fixed(tmp_path, SENDING.format("", "send.delay(order.pk)"), "CNC217")
    assert text.endswith(f"        {after}\n")


def test_celery_sees_what_was_renamed(tmp_path: Path) -> None:
    pytest.importorskip("celery")
    source = HEAD + "app.conf.task_ack_late = True\n\n\n@app.task(retries=7)\ndef work(): ...\n"
    fixed(tmp_path, source, "CNC222", "CNC223")
    read = "import app; print(app.work.acks_late, app.work.max_retries)"
    done = subprocess.run([sys.executable, "-c", read], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "True 7\n"


_ARGUMENTS = st.lists(
    st.sampled_from(["bind=True", "name='shop.work'", "queue='a, b'", "acks_late=True", "**{}", "time_limit=(40)"]),
    unique=True,
)
_FORMS = st.sampled_from(
    ["({})", "({},)", "(\n    {}\n)", "(\n    {},  # why\n)", "({}\n  )", "(  # why\n    {})", "( {} )"],
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_ARGUMENTS, _FORMS, st.sampled_from([", ", ",\n    ", " ,  # of\n    "]), st.sampled_from([20, 88, 300]))
def test_any_declaration_is_fixed_to_a_fixed_point(
    tmp_path: Path, arguments: list[str], form: str, between: str, width: int
) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.black]\nline-length = {width}\n")
    given = form.format(between.join(arguments)) if arguments else form.format("").replace(",", "")
    source = f"{HEAD}@app.task{given}{BODY}"
    text = fixed(tmp_path, source, *EVERY)
    assert text.count("# why") == source.count("# why")
    assert text.count("# of") == source.count("# of")
    kept = ast.parse(text).body[-1]
    assert isinstance(kept, ast.FunctionDef)
    decorator = kept.decorator_list[0]
    words = [each.arg for each in decorator.keywords] if isinstance(decorator, ast.Call) else []
    assert words[: len(arguments)] == [None if each == "**{}" else each.partition("=")[0] for each in arguments]


TELLING = HEAD.replace("\n\n", "\nimport logging\nfrom shop import load\n\nlogger = logging.getLogger()\n\n", 1)
ONLY_TELLS = {
    "one line in the log": "logger.debug(f'{order!r}: {len(order)}')",
    "what it is asked": "print(f'Request: {self.request!r}')",
    "an answer": "return order",
    "in branches": "if order:\n        logger.info('%s', order.name)\n    return {'order': str(order)}",
}
DOES_MORE = {
    "other work": "logger.debug(load(order))",
    "a failure": "logger.error(order)\n    raise ValueError",
    "rows": "for each in order:\n        logger.debug(each)",
    "nothing yet": "...",
}
RUNS = ("CNC201", "CNC202", "CNC205", "CNC206")
DECLARED = "@app.task(bind=True{})\ndef work(self, order):\n    {}\n"


@pytest.mark.parametrize("body", ONLY_TELLS.values(), ids=list(ONLY_TELLS))
def test_what_only_tells_needs_no_options(body: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, TELLING + DECLARED.format("", body), *RUNS)
    assert len(said) == len(RUNS)
    assert all("its body only logs or returns" in each for each in said)
    (said_of_limits,) = refusals(tmp_path, TELLING + DECLARED.format(", acks_late=True", body), "CNC209")
    assert "its body only logs or returns" in said_of_limits


@pytest.mark.parametrize("body", DOES_MORE.values(), ids=list(DOES_MORE))
def test_what_does_more_does(body: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, TELLING + DECLARED.format("", body), "CNC202") == [""]


def test_what_a_decorator_does_is_more(tmp_path: Path) -> None:
    declared = DECLARED.format("", "return order").replace("\ndef", "\n@load\ndef")
    assert "only logs" not in "".join(refusals(tmp_path, TELLING + declared, "CNC202"))


FAILING = (
    HEAD
    + """\
from celery import chain, signature
from shop import load, other


@app.task(name="told"{})
def tell({}):
    load(error)


def send(order, given):
    {}
"""
)
GIVEN_AS_ERRBACK = {
    "a signature": "load.apply_async((order,), link_error=tell.s())",
    "several": "load.apply_async((order,), link_error=[other.s(), tell.si(order)])",
    "of a signature": "load.s(order).on_error(tell.s()).delay()",
    "added": "load.s(order).link_error(tell.s(order))",
    "its name": "load.s(order).set(link_error=['told'])",
    "a signature of its name": "load.apply_async((order,), link_error=app.signature('told'))",
    "a name for it": "last = tell.s()\n    load.apply_async((order,), link_error=last)",
    "nobody knows": "load.apply_async((order,), link_error=given)",
}
CALLED_IN_PLACE = {"whatever comes": "*error", "what the library gives": "request, error, traceback"}


@pytest.mark.parametrize("parameters", CALLED_IN_PLACE.values(), ids=list(CALLED_IN_PLACE))
@pytest.mark.parametrize("given", GIVEN_AS_ERRBACK.values(), ids=list(GIVEN_AS_ERRBACK))
def test_what_is_called_in_place_has_no_options(given: str, parameters: str, tmp_path: Path) -> None:
    source = FAILING.format("", parameters, given)
    if "=given" in given:
        assert refusals(tmp_path, source, *RUNS) == [""] * len(RUNS)
        source = source.replace("def tell(", "def tell_of_error(")
    said = refusals(tmp_path, source, *RUNS)
    assert len(said) == len(RUNS)
    assert all("where its options do not count" in each for each in said)


@pytest.mark.parametrize(
    ("options", "parameters", "given"),
    [
        (", bind=True", "self, *error", "load.apply_async((order,), link_error=tell.s())"),
        ("", "error", "load.apply_async((order,), link_error=tell.s())"),
        ("", "*error", "load.apply_async((order,), link=tell.s())"),
        ("", "*error", "load.apply_async((order,), link_error=other.s())"),
    ],
    ids=["bound", "an id", "when it is done", "another one"],
)
def test_what_is_sent_has(options: str, parameters: str, given: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, FAILING.format(options, parameters, given), *RUNS) == [""] * len(RUNS)


_ERRBACKS = """\
from celery import Celery

app = Celery("shop", broker="memory://", backend="cache+memory://")


@app.task
def fail():
    raise ValueError


@app.task
def whatever(*args):
    print("whatever", whatever.request.called_directly)


@app.task
def each(request, error, traceback):
    print("each", each.request.called_directly)


@app.task
def by_id(task_id):
    print("by_id", by_id.request.called_directly)


@app.task(bind=True)
def bound(self, *args):
    print("bound", self.request.called_directly)


fail.apply(link_error=[whatever.s(), each.s(), by_id.s(), bound.s()])
"""


def test_celery_calls_in_place_what_is_said_to_be(tmp_path: Path) -> None:
    pytest.importorskip("celery")
    (tmp_path / "app.py").write_text(_ERRBACKS)
    done = subprocess.run([sys.executable, "app.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    said = sorted(line for line in done.stdout.splitlines() if line.endswith(("True", "False")))
    assert said == ["bound False", "by_id False", "each True", "whatever True"]


TAKEN_OUT = {
    "each": ("", "for each in orders:\n            send.delay(each.pk)\n            each.delete()", "`delete`"),
    "all": ("", "send.delay([each.pk for each in orders])\n        orders.filter(due=True).delete()", "`delete`"),
    "by a function": ("", "send.delay(order.pk)\n        delete_order(order)", "`delete_order`"),
    "in an inner one": (
        "",
        "with transaction.atomic():\n            send.delay(order.pk)\n        order.delete()",
        "`delete`",
    ),
    "a queue": (
        "",
        "for each in orders.select_for_update(skip_locked=True):\n            send.delay(each.pk)",
        "`select_for_update`",
    ),
    "marked": ("", "order.is_sent = True\n        order.save()\n        send.delay(order.pk)", "`is_sent`"),
    "all marked": ("", "orders.update(sent_at=order)\n        send.delay(order.pk)", "`sent_at`"),
}
NOT_TAKEN_OUT = {
    "afterwards": ("", "send.delay(order.pk)\n    order.delete()"),
    "something is set": ("", "order.price = 3\n        order.save()\n        send.delay(order.pk)"),
}


@pytest.mark.parametrize(("given", "body", "reason"), TAKEN_OUT.values(), ids=list(TAKEN_OUT))
def test_the_only_record_is_not_taken_out_first(given: str, body: str, reason: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, SENDING.format(given, body), "CNC217")
    assert said
    assert all(f"{reason} may take out" in each for each in said)


@pytest.mark.parametrize(("given", "body"), NOT_TAKEN_OUT.values(), ids=list(NOT_TAKEN_OUT))
def test_what_stays_is_sent_on_commit(given: str, body: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, SENDING.format(given, body), "CNC217") == [""]


def test_a_decorated_function_takes_out_what_it_sends(tmp_path: Path) -> None:
    source = SENDING.partition("def place")[0]
    source += "@transaction.atomic\ndef place(order):\n    {}send.delay(order.pk)\n"
    assert "`delete` may take out" in refusals(tmp_path, source.format("order.delete()\n    "), "CNC217")[0]
    assert refusals(tmp_path, source.format("order.save()\n    "), "CNC217") == [""]
