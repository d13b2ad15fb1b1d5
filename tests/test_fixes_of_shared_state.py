"""What is not left to a thread since others have it, too; and what looks like it, and is sent to a thread."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixing import fixed, refusals

HEAD = """\
import asyncio
import functools
import os
import threading

import requests
from typing import cast

SEEN = {}
LOCK = threading.Lock()
LAST = None


class Order:
    def __init__(self, url):
        self.url, self.page, self.lines = url, None, []
        self.page = requests.get(url)

    def load(self):
        self.page = requests.get(self.url)

    def count(self):
        self.tries += 1
        return requests.get(self.url)

    def guarded(self):
        page = requests.get(self.url)
        with LOCK:
            self.page = page

    def read(self):
        page = self.page
        return requests.get(page)


class Special(Order):
    def load(self):
        super().load()


def annotate(order):
    order["page"] = requests.get(order["url"])


def each(orders):
    for order in orders.values():
        order.pages.append(requests.get(order.url))


def deep(orders):
    first = orders.get("a")
    return annotate(first)


def through(*args, **kwargs):
    return annotate(*args, **kwargs)


def by_name(order):
    setattr(order, "page", requests.get(order.url))


def remembers(url):
    SEEN[url] = requests.get(url)


def sets(url):
    global LAST
    LAST = requests.get(url)


def fills(url):
    with LOCK:
        if SEEN:
            return
        SEEN[url] = requests.get(url)


def looks_up(url):
    if not SEEN:
        fills(url)
    return SEEN.get(url)


def anew(url):
    answer = {}
    answer["page"] = requests.get(url)
    annotate(answer)
    lines = [answer]
    lines.append(url)
    return Order(url), lines


def removes(order):
    os.remove(order.path)
    return requests.get(order.url)


CURRENT = Order("http://a")


def current():
    return CURRENT


def first(orders):
    return orders.first


class Orders:
    def __init__(self):
        self.held, self.callbacks = [], []

    def overdue(self):
        found = []
        for each in self.held:
            found.append(each)
        return found

    def visit(self, url):
        for callback in list(self.callbacks):
            callback(url)
        return requests.get(url)

    def visit_orders(self, url):
        for order in self.held:
            order(url)
        return requests.get(url)


class Basket:
    def __init__(self):
        self.items = {}

    def put(self, item, url):
        self.items[item] = url

    def load_all(self):
        return [requests.get(url) for url in self.items.values()]

    def load_sorted(self):
        return requests.get(sorted(self.items)[0])

    def load_copy(self):
        return [requests.get(url) for url in list(self.items.values())]

    def load_guarded(self):
        with LOCK:
            return [requests.get(url) for url in self.items]

    def load_one(self, item):
        return requests.get(self.items[item])


def load_seen(url):
    for each in SEEN:
        requests.get(each, url)


def load_filled(url):
    basket = Basket()
    basket.put(1, url)
    return basket.load_all()


def page(order):
    return requests.get(order.url).json()["pages"]


def first_page(order):
    pages = page(order)
    pages[0]["first"] = True
    return pages


def copied(order):
    return Order(order.url)


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@logged
def decorated(order):
    order.page = requests.get(order.url)


"""
CHANGED = {
    "an attribute": ("order.load()", "`Order.load` changes `self.page`"),
    "a number that grows": ("order.count()", "`Order.count` changes `self.tries`"),
    "by the base class": ("special.load()", "`Order.load` changes `self.page`"),
    "an item": ("annotate(data)", "`annotate` changes `order`"),
    "an item of what it is given by name": ("annotate(order=data)", "`annotate` changes `order`"),
    "a part of it": ("annotate(data.first)", "`annotate` changes `order`"),
    "each of several": ("each(data)", "`each` changes `orders.pages`"),
    "further down": ("deep(data)", "`annotate` changes `order`"),
    "through whatever is given": ("through(data)", "`annotate` changes `order`"),
    "in a decorated function": ("decorated(data)", "`decorated` changes `order.page`"),
    "by its name": ("by_name(data)", "`by_name` changes `order`"),
    "an item of the module": ("remembers(data)", "`remembers` changes `SEEN`"),
    "a name of the module": ("sets(data)", "`sets` changes `LAST`"),
    "what a function gives back": ("current().load()", "`Order.load` changes `self.page`"),
    "a part that a function gives back": ("annotate(first(data))", "`annotate` changes `order`"),
    "what was given before": ("functools.partial(annotate, data)()", "`annotate` changes `order`"),
    "what is said to be something": ("annotate(cast(dict, data))", "`annotate` changes `order`"),
    "what a method picks": ("annotate(orders.overdue()[0])", "`annotate` changes `order`"),
    "by what is registered": ("orders.visit(data)", "`Orders.visit` calls what others have registered"),
    "what it goes through": ("basket.load_all()", "`Basket.load_all` goes through `self.items`"),
    "what it sorts": ("basket.load_sorted()", "`Basket.load_sorted` goes through `self.items`"),
    "what the module fills": ("load_seen(data)", "`load_seen` goes through `SEEN`"),
    "what is found empty": ("looks_up(data)", "`fills` keeps what it makes"),
}
NOT_SHARED = {
    "made by the call": "anew(data)",
    "made in the coroutine": "own = {'url': data}\n    annotate(own)",
    "an object that is made": "Order(data)",
    "an object that the coroutine made": "own = Order(data)\n    own.load()",
    "an object that a function makes": "copied(order).load()",
    "what a client gives": "first_page(order)",
    "called, and not registered": "orders.visit_orders(data)",
    "changed under a lock": "order.guarded()",
    "only read": "order.read()",
    "a copy": "basket.load_copy()",
    "gone through under a lock": "basket.load_guarded()",
    "one of several": "basket.load_one(data)",
    "filled and gone through": "load_filled(data)",
    "a function of a module": "removes(data)",
}
BODY = "async def turn(data, order: Order, special: Special, orders: Orders, basket: Basket):\n    {}\n"


@pytest.mark.parametrize(("body", "reason"), CHANGED.values(), ids=list(CHANGED))
def test_what_others_have_is_not_changed_in_a_thread(body: str, reason: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, HEAD + BODY.format(body), "CNC102")
    assert said
    assert all(reason in each for each in said)


@pytest.mark.parametrize("body", NOT_SHARED.values(), ids=list(NOT_SHARED))
def test_what_nobody_else_has_is(body: str, tmp_path: Path) -> None:
    assert "" in refusals(tmp_path, HEAD + BODY.format(body), "CNC102")
    assert "await asyncio.to_thread(" in fixed(tmp_path, HEAD + BODY.format(body), "CNC102")


def test_what_an_asynchronous_lock_guards_is_read_without_it(tmp_path: Path) -> None:
    source = HEAD + BODY.format("async with asyncio.Lock():\n        order.load()")
    assert "changes `self.page`" in refusals(tmp_path, source, "CNC102")[0]
    source = HEAD + BODY.format("async with asyncio.Lock():\n        order.read()")
    assert refusals(tmp_path, source, "CNC102") == [""]


def test_what_every_thread_has_is_not_set_in_one(tmp_path: Path) -> None:
    function = "def moves(url):\n    os.chdir('/')\n    return requests.get(url)\n\n\n"
    assert "`moves` changes `os" in refusals(tmp_path, HEAD + function + BODY.format("moves(data)"), "CNC102")[0]


BETWEEN = {
    "made when first asked": "if self.page is None:\n            self.page = requests.get(url)",
    "an item": "if url not in self.pages:\n            self.pages[url] = requests.get(url)",
    "counted": "count = self.count\n        requests.get(url)\n        self.count = count + 1",
}
NOT_BETWEEN = {
    "set only": "self.page = requests.get(url)",
    "set before": "self.busy = self.page = True\n        requests.get(url)",
    "others could before": "count = self.count\n        requests.get(url)\n        await url\n        self.count = 1",
    "an object of its own": "it = Order()\n        print(it.page)\n        requests.get(url)\n        it.page = 1",
}
SHOP = "import requests\n\n\nclass Order: ...\n\n\nclass Shop:\n    async def turn(self, url):\n        {}\n"


@pytest.mark.parametrize("body", BETWEEN.values(), ids=list(BETWEEN))
def test_others_may_not_come_between_reading_and_setting(body: str, tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, SHOP.format(body), "CNC102")
    assert "is read before it and set after it" in said


@pytest.mark.parametrize("body", NOT_BETWEEN.values(), ids=list(NOT_BETWEEN))
def test_others_may_come_elsewhere(body: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, SHOP.format(body), "CNC102") == [""]


def test_a_name_of_the_module_that_the_coroutine_sets(tmp_path: Path) -> None:
    source = "import requests\n\nPAGE = None\n\n\nasync def turn(url):\n    global PAGE\n    {}\n"
    filled = source.format("if PAGE is None:\n        PAGE = requests.get(url)")
    assert "`PAGE` is read before it" in refusals(tmp_path, filled, "CNC102")[0]
    assert refusals(tmp_path, source.format("requests.get(url)\n    PAGE = url"), "CNC102") == [""]


MADE_HERE = """\
import requests


class Options:
    def update(self, url):
        self.page = requests.get(url)


def load(options, url):
    options.page = requests.get(url)


async def run(url, start):
    options = Options()
    {}
"""


@pytest.mark.parametrize("call", ["options.update(url)", "load(options, url)"])
def test_what_was_made_here_and_given_away_is_not_changed_in_a_thread(call: str, tmp_path: Path) -> None:
    for given in ("start(options)", "start(url, with_=options)"):
        said = refusals(tmp_path, MADE_HERE.format(f"{given}\n    {call}"), "CNC102")
        assert "which other code may use meanwhile" in said[0]
    for kept in ("start(url)", "options.name = url", "print(options.name)"):
        assert refusals(tmp_path, MADE_HERE.format(f"{kept}\n    {call}\n    start(options)"), "CNC102") == [""]


LOCKED = (
    "import requests\n\n\nclass Shop:\n    async def turn(self, url):\n        {}:\n            requests.get(url)\n"
)


@pytest.mark.parametrize(
    "entered", ["self.lock", "self._directory_lock.read()", "lock_of(url)", "self.files_lock[url]"]
)
def test_what_is_called_a_lock_is_not_held_while_waiting(entered: str, tmp_path: Path) -> None:
    held = refusals(tmp_path, LOCKED.format(f"with {entered}"), "CNC102")
    assert ["is held, which an `await` must not be" in each for each in held] == [entered != "lock_of(url)"]
    assert refusals(tmp_path, LOCKED.format(f"async with {entered}"), "CNC102") == [""]


LOG = """\
class Log:
    def {0}(self, line):
        with open("log", "a") as file:
            file.write(line)


async def turn(log: Log):
    log.{0}("turned")
"""


@pytest.mark.parametrize(
    ("name", "told"), [("info", True), ("_log", True), ("log_page", True), ("write", False), ("login", False)]
)
def test_lines_of_a_log_are_told_in_order(name: str, *, told: bool, tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, LOG.format(name), "CNC103")
    assert ("the lines of a log" in said) is told


ONE_STEP = {
    "read and written": ("record = read_record(url)\n        write_record(record)", "`read_record` and `write_record`"),
    "ended and taken out": ("remove(url)\n        self.open.pop(url)", "is still in `self.open` meanwhile"),
    "ended and deleted": ("remove(url)\n        del self.open[url]", "is still in `self.open` meanwhile"),
    "closed and replaced": ("self.session.close_all(url)\n        self.session = None", "`self.session`"),
}
TAKEN_OUT = ("if self.open.get(url): {}\n        {}", "if url in self.open:\n            {}\n            {}")


@pytest.mark.parametrize("turn", TAKEN_OUT)
def test_what_was_found_is_taken_out_before_others_come(turn: str, tmp_path: Path) -> None:
    for last in ("del self.open[url]", "self.open.pop(url)", "self.open.remove(url)"):
        said = refusals(tmp_path, SHOP.format(turn.format("requests.get(url)", last)), "CNC102")
        assert "`self.open` is read before it and set after it" in said[0]
    for last in ("self.open.pop(url, None)", "self.open.discard(url)"):
        assert refusals(tmp_path, SHOP.format(turn.format("requests.get(url)", last)), "CNC102") == [""]


def test_what_may_have_to_be_awaited_stays(tmp_path: Path) -> None:
    source = "import requests\nfrom shop import maybe_future\n\n\ndef page(url):\n    return requests.get(url)\n\n\n"
    source += "async def turn(url):\n    return {}\n"
    assert (
        "may be a coroutine function" in refusals(tmp_path, source.format("await maybe_future(page(url))"), "CNC102")[0]
    )
    assert refusals(tmp_path, source.format("await turn(page(url))"), "CNC102") == [""]


RUNS = {
    "removed and made again": "shutil.rmtree(folder)\n    os.makedirs(folder)",
    "written and moved": "Path(folder).write_text('')\n    os.replace(folder, 'new')",
    "moved one after the other": "shutil.move(folder, 'old')\n    print(folder)\n    shutil.move('new', folder)",
}
NO_RUNS = {
    "made and written": "os.makedirs(folder, exist_ok=True)\n    Path(folder).write_text('')",
    "one waits between": "shutil.rmtree(folder)\n    await folder\n    os.makedirs(folder)",
    "no files": "shutil.rmtree(folder)\n    folder.replace('a', 'b')",
}
FOLDERS = "import os\nimport shutil\nfrom pathlib import Path\n\n\nasync def turn(folder):\n    {}\n"


@pytest.mark.parametrize("body", RUNS.values(), ids=list(RUNS))
def test_what_is_done_to_files_stays_one_step(body: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, FOLDERS.format(body), "CNC103", "CNC110")
    assert len(said) == 2
    assert all("are one step for others" in each for each in said)


@pytest.mark.parametrize("body", NO_RUNS.values(), ids=list(NO_RUNS))
def test_files_that_nobody_can_miss(body: str, tmp_path: Path) -> None:
    assert set(refusals(tmp_path, FOLDERS.format(body), "CNC103", "CNC110")) == {""}


SEVERAL = {
    "other things": "record = read_record(url)\n        write_order(record)",
    "only read": "print(read_record(url), read_record(url))",
    "taken out first": "self.open.pop(url)\n        remove(url)",
    "taken out later": "remove(url)\n        await url\n        self.open.pop(url)",
    "guarded": "async with self.lock:\n            remove(url)\n            self.open.pop(url)",
    "something of its own": "held = [url]\n        remove(url)\n        held.pop()",
}
FILES = """\
import requests


def read_record(url):
    return requests.get(url)


def write_record(url):
    requests.post(url)


def write_order(url):
    requests.post(url)


def remove(url):
    requests.delete(url)


class Session:
    def close_all(self, url):
        requests.delete(url)


class Shop:
    def __init__(self, session: Session):
        self.session = session

    async def turn(self, url):
        {}
"""


@pytest.mark.parametrize(("body", "reason"), ONE_STEP.values(), ids=list(ONE_STEP))
def test_what_is_one_step_stays_one(body: str, reason: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, FILES.format(body), "CNC102")
    assert said
    assert all(reason in each or "one step" in each for each in said)


@pytest.mark.parametrize("body", SEVERAL.values(), ids=list(SEVERAL))
def test_what_is_several_steps_may_be_more(body: str, tmp_path: Path) -> None:
    assert set(refusals(tmp_path, FILES.format(body), "CNC102")) == {""}
