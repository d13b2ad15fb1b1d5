"""Compare the catalogue's exact names with the libraries that are installed.

    python scripts/verify_catalogue.py [LIBRARY ...]

Every name must exist, be callable where it is called, have the arguments that conditions speak of, and not be a
coroutine function where it is said to block. What an advice names must exist, and be a coroutine function where it is
awaited, if the library that it belongs to is installed.
LIBRARY is a file's stem (`redis`, `os`); without any, all files are compared. Libraries that are not installed are
told, and count for nothing. Exits with 1 on a mismatch.
"""

from __future__ import annotations

import fnmatch
import importlib
import importlib.util
import inspect
import re
import select
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import msgspec

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from concurrency_lint.catalogue.schema import CatalogueFile, Condition, Dependency, Offload, Performs

FOLDER = Path(__file__).parents[1] / "src" / "concurrency_lint" / "catalogue"

# Globs of names that introspection cannot find, each with the reason.
NOT_INTROSPECTABLE = {
    # Standard library: attributes of instances only.
    "queue.Queue.bounded*": "a queue that was made with a bound has no class of its own",
    "socket.datagrams*": "a socket for datagrams has no class of its own",
    "base64.decoded": "bytes that were decoded have no class of their own",
    "concurrent.futures.Future.finished*": "a future that is done has no class of its own",
    "subprocess.Popen.std*": "the pipes are attributes of the instance",
    "os._wrap_close.read*": "forwarded by `__getattr__`",
    "tempfile._TemporaryFileWrapper.*": "forwarded by `__getattr__`",
    "sys.std*": "a test runner replaces the stream",
    "threading.Condition.acquire": "attribute of the instance",
    "threading.Condition.release": "attribute of the instance",
    "threading.Lock.acquire_lock": "an undocumented alias, dropped from the documentation",
    "xml.etree.cElementTree": "until Python 3.8",
    "importlib.resources.read_*": "absent from Python 3.13.0",
    "operator.call": "since Python 3.11",
    # Libraries: attributes of instances only.
    "gensim.models.Word2Vec.wv": "attribute of the instance",
    "mailersend.client.MailerSendClient.*": "attribute of the instance",
    "sqlalchemy.orm.DeclarativeBase.metadata": "made for each class that derives from it",
    "mistralai.Mistral.*": "forwarded by `__getattr__`",
    "notion_client.Client.*": "attribute of the instance",
    "notion_client.api_endpoints.*Endpoint.*": "attribute of the instance",
    # Libraries: absent from some versions.
    "mistralai.chat*": "until Mistral 2.0",
    "mistralai.embeddings*": "until Mistral 2.0",
    "transformers.PreTrainedModel.generate": "until Transformers 4.49",
    # Standard library: absent from some versions or systems.
    "concurrent.futures.InterpreterPoolExecutor*": "since Python 3.14",
    "pathlib.Path.walk": "since Python 3.12",
    "pathlib.Path.is_junction": "since Python 3.12",
    "pathlib.Path.with_segments": "since Python 3.12",
    "pathlib.Path.copy*": "since Python 3.14",
    "pathlib.Path.move*": "since Python 3.14",
    "asyncio.Barrier*": "since Python 3.11",
    "asyncio.Runner*": "since Python 3.11",
    "asyncio.runners.Runner": "since Python 3.11",
    "asyncio.TaskGroup*": "since Python 3.11",
    "asyncio.timeout*": "since Python 3.11",
    "asyncio.ProactorEventLoop": "Windows only",
    "asyncio.iscoroutinefunction": "deprecated in Python 3.14",
    "contextlib.chdir": "since Python 3.11",
    "hashlib.file_digest": "since Python 3.11",
    "tomllib*": "since Python 3.11",
    "typing.override": "since Python 3.12",
    "typing.ReadOnly": "since Python 3.13",
    "typing.Required": "since Python 3.11",
    "typing.NotRequired": "since Python 3.11",
    "typing.Unpack": "since Python 3.11",
    "typing.Self": "since Python 3.11",
    "typing.dataclass_transform": "since Python 3.11",
    "typing.assert_type": "since Python 3.11",
    "warnings.deprecated": "since Python 3.13",
    "telnetlib*": "until Python 3.12",
    "nntplib*": "until Python 3.12",
    "mailbox.Babyl": "in doubt after Python 3.14",
    "abc.abstract*": "deprecated",
    "select.kqueue*": "BSD and macOS only",
    "select.epoll*": "Linux only",
    "_thread.lock": "the type has this name since Python 3.13",
    # Other libraries: attributes of instances, built by metaclasses, `__getattr__` or at run time.
    "boto3.resources.base.ServiceResource.*": "built from the service's model",
    "boto3.resources.collection.ResourceCollection.delete": "built from the service's model",
    "boto3.resources.model.ResourceMeta.*": "attribute of the instance",
    "asyncio.subprocess.Process.std*": "attributes of the instance",
    "multiprocessing.synchronize.*.acquire": "attribute of the instance",
    "flask_sqlalchemy.model.Model.query": "put on each subclass",
    "celery.Task.*_on_commit": "of celery.contrib.django.task.DjangoTask",
    "celery.Celery.control": "a cached property",
    "celery.result.AsyncResult.*": "aliases and properties of the instance",
    "django.db.connection*": "a proxy",
    "django.core.cache.cache*": "a proxy",
    "django.core.files.storage.default_storage": "a lazy object",
    "django.db.models.Model.objects": "put on each subclass",
    "django.db.models.Model._default_manager": "put on each subclass",
    "django.db.models.Manager.*": "proxies the query set's methods",
    "django.http.HttpRequest.session": "set by the middleware",
    "django.db.models.QuerySet.__contains__": "by iteration",
    "flask_sqlalchemy.SQLAlchemy.*": "attribute of the instance",
    "homeassistant*": "an application",
    "nicegui.app.*": "the module's attribute of the same name is an instance",
    "psycopg2.pool.*.getconn": "bound when the pool is made",
    "pymongo.MongoClient.admin": "a database, by `__getattr__`",
    "pymongo.collection.Collection.database": "a property",
    "sqlalchemy.orm.scoped_session.*": "proxies the session's methods",
    "sqlmodel.SQLModel.metadata": "set by the metaclass",
    "starlette.datastructures.UploadFile.file*": "attribute of the instance",
    "starlette.applications.Starlette.state": "attribute of the instance",
    "starlette.datastructures.State.*": "built by `__getattr__`",
    "sanic.Sanic.ctx*": "attribute of the instance",
    "tornado.ioloop.IOLoop.asyncio_loop": "attribute of the instance",
    "xmlrpc.client._Method.*": "by `__getattr__`",
    "aiohttp.web.Application.router": "a property",
    "aiogram.Router.*": "attributes of the instance",
    # Other libraries: other versions than the newest.
    "anyio.run_sync_in_*": "anyio 1 and 2",
    "anyio.to_interpreter*": "needs Python 3.13",
    "fastapi.*.on_event": "deprecated",
    "faststream.confluent.*": "needs an extra",
    "faststream.kafka.*": "needs an extra",
    "faststream.nats.*": "needs an extra",
    "faststream.redis.*": "needs an extra",
    "fastapi.*.add_event_handler": "deprecated",
    "fastapi.FastAPI.route": "until starlette 1.0",
    "mcp.server.fastmcp*": "mcp 1.x",
    "mcp.server.FastMCP": "mcp 1.x",
    "pytest.yield_fixture": "until pytest 8",
    "starlette.applications.Starlette.*": "decorators and event handlers were removed in starlette 1.0",
    "starlette.routing.Router.*": "decorators and event handlers were removed in starlette 1.0",
    "trio.run_sync_in_worker_thread": "until trio 0.12",
    "azure.identity.get_bearer_token_provider.provider*": "stands for the function that it returns",
    "consul.Consul.[a-z]*": "attributes of the instance",
    "anthropic.MessageStream.text_stream": "attribute of the instance",
    "stripe.StripeClient.v1": "attribute of the instance",
    "stripe.*Service.sessions": "attribute of the instance",
    "web3.Web3.eth": "attribute of the instance",
    "elasticsearch.Elasticsearch.*": "attributes of the instance",
    "opensearchpy.OpenSearch.*": "attributes of the instance",
    "mongoengine.Document.objects": "put on each subclass",
    "flask_pymongo.PyMongo.*": "attributes of the instance",
    "tinydb.TinyDB.*": "forwarded by `__getattr__`",
    "hvac.api.SecretsEngines.*": "attributes of the instance",
    "praw.Reddit.subreddit": "attribute of the instance",
}

# Functions that make an object of a class without a public name.
_FACTORIES = {"threading.Lock": type(threading.Lock()), "threading.RLock": type(threading.RLock())}
if hasattr(select, "poll"):
    _FACTORIES["select.poll"] = type(select.poll())


# What is between backticks of an advice and begins with a dotted name.
_WAYS_OUT = re.compile(r"`(await )?([a-zA-Z_]\w*(?:\.\w+)+)(\([^`]*?\)\.)?")
# Words that stand for an object of the user's.
_VARIABLES = {
    "api", "batch", "body", "builder", "channel", "child", "client", "connection", "container", "cursor", "database",
    "collection", "document", "downloader", "exchange", "figure", "frame", "fs", "instance", "loop", "message", "model",
    "poller", "pool", "process", "queue", "receiver", "request", "response", "retriever", "router", "session", "sftp",
    "socket", "store", "tool", "transport", "waiter", "w3", "queryset", "form", "signal", "user", "cache", "reader",
    "writer", "server", "task", "thread", "lock", "event", "future", "storage", "paginator", "template",
}  # fmt: skip

Place = tuple[str | None, int | None]
"""An argument: its keyword and its position, either of them unknown."""


class ExactName(NamedTuple):
    """One dotted name of a catalogue file, and what is claimed of it."""

    name: str
    table: str
    called: bool
    blocks: bool = False
    places: tuple[Place, ...] = ()
    advice: str = ""


def load(path: Path) -> CatalogueFile:
    """Read one catalogue file."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), CatalogueFile)


def spelled_out(name: str | None, of: str | None, names: tuple[str, ...]) -> tuple[str, ...]:
    """The dotted names of an entry in its long or its compact form."""
    return (name,) if name is not None else tuple(f"{of}.{each}" for each in names)


def exact_names(catalogue: CatalogueFile) -> Iterator[ExactName]:
    """Every name of a file, but for the far side of aliases."""
    for call in catalogue.call:
        if not call.verified:
            continue
        places = (*_places(*call.when, *call.unless), *_places(*call.performs))
        for name in spelled_out(call.name, call.of, call.names):
            blocks = call.kind is not None
            yield ExactName(name, "call", called=True, blocks=blocks, places=places, advice=call.advice(name))
    for offload in catalogue.offload:
        places = (*_places(offload), *_places(*offload.when))
        for name in spelled_out(offload.name, offload.of, offload.names):
            yield ExactName(name, "offload", called=True, places=places)
    for decorator in catalogue.decorator:
        for name in spelled_out(decorator.name, decorator.of, decorator.names):
            yield ExactName(name, "decorator", called=True)
    yield from _single_names(catalogue)


def _places(*entries: Condition | Performs | Offload | Dependency) -> tuple[Place, ...]:
    return tuple((entry.argument, entry.position) for entry in entries)


def _single_names(catalogue: CatalogueFile) -> Iterator[ExactName]:
    yield from (ExactName(each.name, "attribute", called=False) for each in catalogue.attribute)
    yield from (ExactName(each.name, "alias", called=False) for each in catalogue.alias)
    for class_ in catalogue.class_:
        for name in spelled_out(class_.name, class_.of, class_.names):
            yield ExactName(name, "class", called=True)
    yield from (ExactName(each.name, "subclass", called=True) for each in catalogue.subclass)
    yield from (ExactName(each.name, "form", called=False) for each in catalogue.form)
    for dependency in catalogue.dependency:
        yield ExactName(dependency.name, "dependency", called=True, places=_places(dependency))


def reason_not_to_look(name: str) -> str | None:
    """Why introspection cannot find a name, where that is known."""
    for pattern, reason in NOT_INTROSPECTABLE.items():
        if fnmatch.fnmatchcase(name, pattern):
            return reason
    return None


def resolve(name: str) -> object:
    """What a dotted name means to one who imports it; LookupError when there is nothing."""
    path, *parts = name.split(".")
    found: object = importlib.import_module(path)
    for part in parts:
        owner = _FACTORIES.get(path, found)
        path = f"{path}.{part}"
        try:
            # An attribute first: `dramatiq.actor` is a function and a module too.
            found = getattr(owner, part) if hasattr(owner, part) else importlib.import_module(path)
        except ImportError:
            raise LookupError(name) from None
    return found


def mismatch(exact: ExactName) -> str | None:
    """What is wrong with the claim about one name."""
    try:
        found = resolve(exact.name)
    except LookupError:
        return None if reason_not_to_look(exact.name) else "does not exist"
    # A property's value is callable for all that the class can tell.
    if exact.called and not callable(found) and not inspect.isdatadescriptor(found) and not hasattr(found, "__get__"):
        return "is not callable"
    if exact.blocks and inspect.iscoroutinefunction(found):
        return "is a coroutine function"
    return next(filter(None, (_misplaced(found, place) for place in exact.places)), None) or misled(exact.advice)


def misled(advice: str) -> str | None:
    """What is wrong with a way out: a name in it that does not exist, or that is awaited in vain."""
    for awaited, name, goes_on in _WAYS_OUT.findall(advice):
        root = name.partition(".")[0]
        if root in _VARIABLES or not _can_be_imported(root):
            continue
        try:
            found = resolve(name)
        except LookupError:
            if not reason_not_to_look(name):
                return f"is to be replaced by `{name}`, which does not exist"
            continue
        if (
            awaited
            and not goes_on
            and (inspect.isfunction(found) or inspect.isbuiltin(found))
            and not _can_be_awaited(found)
        ):
            return f"is to be replaced by awaiting `{name}`, which is no coroutine function"
    return None


@cache
def _can_be_imported(root: str) -> bool:
    return importlib.util.find_spec(root) is not None and obstacle(root) is None


def _can_be_awaited(function: object) -> bool:
    if inspect.iscoroutinefunction(function):
        return True
    returned = str(getattr(function, "__annotations__", {}).get("return", "Awaitable"))
    return (
        "Await" in returned
        or "Coroutine" in returned
        or "Future" in returned
        or "Any" in returned
        or "Async" in returned
    )


def _misplaced(function: object, place: Place) -> str | None:
    argument, position = place
    try:
        parameters = list(inspect.signature(cast("Callable[..., object]", function)).parameters.values())
    except (TypeError, ValueError):
        return None  # built in, without a signature
    if (
        (inspect.isfunction(function) or inspect.ismethoddescriptor(function))
        and parameters
        and parameters[0].name in {"self", "this"}
    ):
        del parameters[0]
    open_ended = any(parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD} for parameter in parameters)
    at = next((index for index, parameter in enumerate(parameters) if parameter.name == argument), None)
    if argument is not None and at is None and not open_ended:
        return f"has no argument `{argument}`"
    if argument is not None and at is not None and position is not None and at != position:
        return f"has its argument `{argument}` at position {at}, not {position}"
    if position is not None and position >= len(parameters) and not open_ended:
        return f"has no position {position}"
    return None


def obstacle(root: str) -> str | None:
    """Why the library of an import root cannot be compared."""
    try:
        found = importlib.util.find_spec(root)
    except ModuleNotFoundError:  # of a name space
        found = None
    if found is None:
        return "not installed"
    try:
        _prepare(root)
        importlib.import_module(root)
    except Exception as error:  # whatever a library raises when it is imported is its own affair
        return f"cannot be imported: {error}"
    return None


def _prepare(root: str) -> None:
    if root in {"django", "huey", "django_redis", "channels"} and importlib.util.find_spec("django"):
        django = importlib.import_module("django")
        settings = importlib.import_module("django.conf").settings
        if not settings.configured:
            apps = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions"]
            settings.configure(INSTALLED_APPS=apps, HUEY={"immediate": True, "huey_class": "huey.MemoryHuey"})
            django.setup()


def compare(root: str) -> int:
    """Print one line for a file, and one for each mismatch; return how many there are."""
    warnings.simplefilter("ignore")
    catalogue = load(FOLDER / f"{root}.toml")
    names = [exact for exact in exact_names(catalogue) if not exact.name.endswith("*")]
    if reason := "marked as not verified" if not catalogue.verified else obstacle(root):
        print(f"{root:<24} {len(names):>5}  {reason}")
        return 0
    wrong = [(exact, problem) for exact in names if (problem := mismatch(exact))]
    print(f"{root:<24} {len(names):>5}  {f'{len(wrong)} mismatches' if wrong else 'ok'}")
    for exact, problem in wrong:
        print(f"    {exact.table:<10} {exact.name} {problem}")
    return len(wrong)


def main(libraries: list[str]) -> int:
    """Compare one file here, several in a process each: eventlet and gevent change what is imported after them."""
    if len(libraries) == 1:
        return 1 if compare(libraries[0]) else 0
    roots = libraries or sorted(path.stem for path in FOLDER.glob("*.toml"))
    with ThreadPoolExecutor() as pool:
        runs = list(pool.map(lambda root: _run([sys.executable, __file__, root]), roots))
    for run in runs:
        print(run.stdout, end="")
    return max((run.returncode for run in runs), default=0)


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
