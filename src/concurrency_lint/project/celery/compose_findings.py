"""What is wrong with the compose files of a project that has an app."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from concurrency_lint.findings import Span
from concurrency_lint.project.celery.compose import ComposeFile, ComposeFiles, Service, plain
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.schedules import Schedules

if TYPE_CHECKING:
    from concurrency_lint.config import Settings
    from concurrency_lint.project.celery.tasks import AppFact, CeleryProject

_COPIES = re.compile(r"^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*(?:\.\s|\./\s|.*\buv\.lock\b)", re.IGNORECASE | re.MULTILINE)
_MOUNTS = re.compile(r"--mount=\S*uv\.lock")


class ComposeProblem(NamedTuple):
    """A fact for rules: `kind` is services, lock or image; it stands in the document, or at the app that misses it."""

    kind: str
    path: str
    span: Span
    symbol: str
    subject: str
    what: str
    way_out: str


class ComposeProblems:
    """Looks at the compose files on behalf of the first app of the project."""

    def __init__(self, library: CeleryProject, settings: Settings, *, in_documents: bool) -> None:
        self._library, self._settings, self._in_documents = library, settings, in_documents
        self._files = ComposeFiles(library.documents)

    def of(self, fact: AppFact) -> Iterator[ComposeProblem]:
        """The problems, if this app is the one that answers for the project."""
        apps = self._library.apps.all()
        if not apps or fact.app is not apps[0]:
            return
        files = [file for file in self._files.all() if self._is_ours(file)]
        for problem in (*self._services(fact, files), *self._locks(files), *self._images(files)):
            if self._in_documents:
                yield problem
            else:
                yield problem._replace(path=fact.path, span=fact.span)

    def _is_ours(self, file: ComposeFile) -> bool:
        """Whether a file is about this project's services, and not an example or test inside it."""
        inside = os.path.relpath(file.path, self._settings.root).split(os.sep)
        return not {"tests", "test", "examples", "node_modules"}.intersection(inside[:-1])

    def _services(self, fact: AppFact, files: list[ComposeFile]) -> Iterator[ComposeProblem]:
        symbol = fact.symbol
        if not files:
            what = "no compose file says how to run its workers"
            way_out = "add `compose.celery.yml` with a `worker` and a `beat` service"
            yield ComposeProblem("services", fact.path, fact.span, symbol, self._title(fact), what, way_out)
            return
        services = [service for file in files for service in file.services]
        missing = []
        if not any(service.is_worker for service in services):
            missing.append("worker")
        if Schedules(self._library).any_for(fact.app) and not any(service.is_beat for service in services):
            missing.append("beat")
        for name in missing:
            file = files[0]
            what = f"no service runs the {name}" + (", so nothing that is scheduled is sent" if name == "beat" else "")
            way_out = f"add a `{name}` service"
            yield ComposeProblem("services", file.path, file.head, symbol, self._title(fact), what, way_out)

    def _title(self, fact: AppFact) -> str:
        value = self._library.literals.one
        positional = self._library.origins.arguments.positional(fact.app.expression)
        name = value(positional[0]) if positional else UNKNOWN
        return name if isinstance(name, str) else fact.app.module.name

    def _locks(self, files: list[ComposeFile]) -> Iterator[ComposeProblem]:
        for file in files:
            for service in file.services:
                if (service.is_worker or service.is_beat) and not self._has_lock(service):
                    what, way_out = "does not see `uv.lock`", "mount it: `./uv.lock:/app/uv.lock:ro`"
                    yield ComposeProblem("lock", service.path, service.span, "", service.name, what, way_out)

    def _has_lock(self, service: Service) -> bool:
        folder = os.path.dirname(service.path)
        for mount in service.mounts():
            if os.path.basename(mount) == "uv.lock":
                return True
            if mount.startswith((".", "/", "~", "$")) and self._exists(os.path.join(folder, mount, "uv.lock")):
                return True
        build = service.keys.get("build")
        return build is not None and self._copied(service, folder)

    def _exists(self, path: str) -> bool:
        return os.path.isfile(os.path.normpath(path))

    def _copied(self, service: Service, folder: str) -> bool:
        """Whether the Dockerfile of the image copies the lock file, or a folder that holds it."""
        build = plain(service.keys["build"])
        context = str(build.get("context", ".")) if isinstance(build, dict) else str(build)
        name = str(build.get("dockerfile", "Dockerfile")) if isinstance(build, dict) else "Dockerfile"
        path = os.path.normpath(os.path.join(folder, context, name))
        text = self._files.text(path)
        if "uv.lock" in text and (_COPIES.search(text) or _MOUNTS.search(text)):
            return True
        whole = re.search(r"^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*\.{1,2}/?\s", text, re.IGNORECASE | re.MULTILINE)
        return whole is not None and self._exists(os.path.join(folder, context, "uv.lock"))

    def _images(self, files: list[ComposeFile]) -> Iterator[ComposeProblem]:
        hosts = self._broker_hosts(files)
        seen = set()
        for file in files:
            for service in file.services:
                names = {service.name, str(service.keys.get("hostname", service.name))}
                if not names.intersection(hosts) or service.name in seen or not service.image or "$" in service.image:
                    continue
                problem = self._version(service)
                if problem:
                    seen.add(service.name)
                    what, way_out = problem
                    span = service.span_of("image")
                    yield ComposeProblem("image", service.path, span, "", service.image, what, way_out)

    def _broker_hosts(self, files: list[ComposeFile]) -> set[str]:
        """The hosts that broker URLs name: of the apps' configurations, and of the services' environment."""
        configured = [self._library.configurations.of(app).get("broker_url") for app in self._library.apps.all()]
        urls = [p.value for each in configured for p in each.possibilities if isinstance(p.value, str)]
        for file in files:
            for service in file.services:
                urls += [value for key, value in service.environment().items() if "BROKER" in key.upper()]
        found = set()
        for url in urls:
            for each in url.split(";"):
                found.add(_host(each))
        return found - {"", "localhost", "127.0.0.1"}

    def _version(self, service: Service) -> tuple[str, str] | None:
        """What is wrong with the version of a broker's image; None where nothing is, or it is no broker we know."""
        image = service.image.partition("@")[0]
        repository, _, tag = image.rpartition(":") if ":" in image.rpartition("/")[2] else (image, "", "")
        name = repository.rpartition("/")[2]
        for allowed in self._settings.broker_images:
            wanted, _, version = allowed.partition(":")
            if name != wanted:
                continue
            if not tag or tag == "latest":
                return f"has no fixed version, where {version} is the house's", f"use `{wanted}:{version}`"
            if tag != version and not tag.startswith((f"{version}.", f"{version}-")):
                return f"is not version {version}", f"use `{wanted}:{version}`"
        return None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
