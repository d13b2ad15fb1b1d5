"""Harmless calls of what the catalogue says of the standard library: each is prepared off the loop, then made on it."""

from __future__ import annotations

import bz2
import codecs
import filecmp
import ftplib
import gzip
import http.client
import imaplib
import importlib
import importlib.resources
import io
import lzma
import mailbox
import os
import pickle
import poplib
import queue
import runpy
import shutil
import smtplib
import socket
import sqlite3
import ssl
import tarfile
import tempfile
import threading
import urllib.request
import urllib.robotparser
import wave
import xml.dom.minidom
import xml.etree.ElementTree
import xml.sax
import xmlrpc.client
import zipfile
from collections.abc import Callable
from concurrent import futures
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

Action = Callable[[], object]
Prepare = Callable[["Workbench"], Action]
"""Takes a bench and returns the call to make."""


class Workbench:
    """A folder with some files, and connections to servers that answer everything with yes."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self._stack = folder, stack
        self.text = folder / "text.txt"
        self.text.write_text("# one\ntwo\n" * 2000)
        self.other = folder / "other.txt"
        self.other.write_bytes(self.text.read_bytes())
        self.path = str(self.text)
        self.new = folder / "new"

    def opened(self, mode: str) -> Any:
        """The text file, opened."""
        return self._stack.enter_context(self.text.open(mode))

    def made(self, thing: Any) -> Any:
        """The object, to be left when the test is over."""
        return self._stack.enter_context(thing)

    def pair(self) -> tuple[socket.socket, socket.socket]:
        """Two connected sockets."""
        one, other = socket.socketpair()
        return self.made(one), self.made(other)

    def empty(self) -> Path:
        """An empty folder."""
        self.new.mkdir()
        return self.new

    def link(self) -> Path:
        """A symbolic link to the text file."""
        self.new.symlink_to(self.text)
        return self.new

    def folder_of_files(self) -> str:
        """A folder with one file in it."""
        folder = self.folder / "tree"
        folder.mkdir()
        (folder / "file").write_text("x")
        return str(folder)

    def server(self, greeting: bytes, answer: Callable[[bytes], bytes]) -> tuple[str, int]:
        """The address of a server of lines."""
        listening = self.made(socket.create_server(("127.0.0.1", 0)))

        def serve() -> None:
            connection, _ = listening.accept()
            with connection, connection.makefile("rb") as lines:
                connection.sendall(greeting)
                for line in lines:
                    connection.sendall(answer(line))

        threading.Thread(target=serve, daemon=True).start()
        host, port = listening.getsockname()
        return host, port


def _call(function: Callable[..., object], *arguments: object, **named: Any) -> Prepare:
    return lambda _: partial(function, *arguments, **named)


def _on_file(function: Callable[..., object], *more: object) -> Prepare:
    return lambda bench: partial(function, bench.path, *more)


def _method(mode: str, name: str, *arguments: object) -> Prepare:
    return lambda bench: partial(getattr(bench.opened(mode), name), *arguments)


def _binary(name: str, *arguments: object) -> Prepare:
    return _method("rb", name, *arguments)


CALLS: dict[str, Prepare] = {
    "time.sleep": lambda _: partial(__import__("time").sleep, 0.001),
    "builtins.input": lambda _: lambda: input(),
    "io.TextIOWrapper.read": _method("r", "read"),
    "io.TextIOWrapper.write": _method("a", "write", "x"),
    "io.BufferedReader.read": _binary("read"),
    "io.BufferedWriter.write": _method("ab", "write", b"x"),
    "io.BufferedRandom.read": _method("r+b", "read"),
    "io.BufferedRandom.write": _method("r+b", "write", b"x"),
    "codecs.StreamReaderWriter.read": lambda b: b.made(codecs.open(b.path, encoding="utf-8")).read,
    "codecs.StreamReaderWriter.readline": lambda b: b.made(codecs.open(b.path, encoding="utf-8")).readline,
    "codecs.StreamReaderWriter.readlines": lambda b: b.made(codecs.open(b.path, encoding="utf-8")).readlines,
    "codecs.StreamReaderWriter.__iter__": lambda b: partial(next, b.made(codecs.open(b.path, encoding="utf-8"))),
    "codecs.StreamReaderWriter.write": lambda b: partial(b.made(codecs.open(b.path, "a", "utf-8")).write, "x"),
    "codecs.StreamReaderWriter.writelines": lambda b: partial(
        b.made(codecs.open(b.path, "a", "utf-8")).writelines, ["x"]
    ),
    "tempfile._TemporaryFileWrapper.read": lambda b: b.made(tempfile.NamedTemporaryFile()).read,
    "tempfile._TemporaryFileWrapper.write": lambda b: partial(b.made(tempfile.NamedTemporaryFile()).write, b"x"),
    "filecmp.cmp": lambda b: partial(filecmp.cmp, b.path, str(b.other), shallow=False),
    "filecmp.cmpfiles": lambda b: partial(filecmp.cmpfiles, b.folder, b.folder, ["text.txt"]),
    "wave.open": _on_file(wave.open),
    "xml.etree.ElementTree.parse": _on_file(xml.etree.ElementTree.parse),
    "xml.etree.ElementTree.iterparse": lambda b: partial(next, iter(xml.etree.ElementTree.iterparse(b.path))),
    "xml.dom.minidom.parse": _on_file(xml.dom.minidom.parse),
    "xml.sax.parse": lambda b: partial(xml.sax.parse, b.path, xml.sax.ContentHandler()),
    "pickle.load": lambda b: (b.text.write_bytes(pickle.dumps("x" * 100_000)), partial(pickle.load, b.opened("rb")))[1],
    "pickle.dump": lambda b: partial(pickle.dump, 1, b.opened("ab")),
    "runpy.run_path": _on_file(runpy.run_path),
    "importlib.resources.read_text": lambda _: partial(importlib.resources.read_text, "json", "__init__.py"),
    "importlib.resources.read_binary": lambda _: partial(importlib.resources.read_binary, "json", "__init__.py"),
    "pathlib.Path.read_text": lambda b: b.text.read_text,
    "pathlib.Path.read_bytes": lambda b: b.text.read_bytes,
    "pathlib.Path.write_text": lambda b: partial(b.new.write_text, "x"),
    "pathlib.Path.write_bytes": lambda b: partial(b.new.write_bytes, b"x"),
    "mailbox.Maildir": lambda b: partial(mailbox.Maildir, b.folder / "mail"),
    "mailbox.MH": lambda b: partial(mailbox.MH, b.folder / "mh"),
}
"""By canonical name, in the groups of the catalogue."""

# Metadata.
_PATH_TESTS = ["exists", "is_file", "is_dir", "is_mount", "is_socket", "is_fifo", "is_block_device", "is_char_device"]
_PATH_TESTS += ["is_symlink", "stat", "lstat", "owner", "group", "unlink", "rename", "replace"]
_PATH_ARGUMENTS: dict[str, tuple[object, ...]] = {"rename": ("new",), "replace": ("new",)}
CALLS |= {
    "os.stat": lambda b: partial(os.stat, b.path),
    "os.statvfs": lambda b: partial(os.statvfs, b.path),
    "os.access": lambda b: partial(os.access, b.path, os.R_OK),
    "os.listdir": lambda _: partial(os.listdir, "."),
    "os.scandir": lambda _: lambda: next(os.scandir(".")),
    "os.readlink": lambda b: partial(os.readlink, b.link()),
    "os.mkdir": lambda b: partial(os.mkdir, b.new),
    "os.makedirs": lambda b: partial(os.makedirs, b.new / "a"),
    "os.rmdir": lambda b: partial(os.rmdir, b.empty()),
    "os.removedirs": lambda b: partial(os.removedirs, b.folder),
    "os.remove": lambda b: partial(os.remove, b.path),
    "os.unlink": lambda b: partial(os.unlink, b.path),
    "os.rename": lambda b: partial(os.rename, b.path, b.new),
    "os.renames": lambda b: partial(os.renames, b.path, b.new),
    "os.replace": lambda b: partial(os.replace, b.path, b.new),
    "os.link": lambda b: partial(os.link, b.path, b.new),
    "os.symlink": lambda b: partial(os.symlink, b.path, b.new),
    "os.path.exists": lambda b: partial(os.path.exists, b.path),
    "os.path.isfile": lambda b: partial(os.path.isfile, b.path),
    "os.path.isdir": lambda b: partial(os.path.isdir, b.path),
    "os.path.islink": lambda b: partial(os.path.islink, b.path),
    "os.path.ismount": lambda _: partial(os.path.ismount, "."),
    "os.path.getsize": lambda b: partial(os.path.getsize, b.path),
    "os.path.getmtime": lambda b: partial(os.path.getmtime, b.path),
    "os.path.getatime": lambda b: partial(os.path.getatime, b.path),
    "os.path.getctime": lambda b: partial(os.path.getctime, b.path),
    "os.path.samefile": lambda b: partial(os.path.samefile, b.path, b.path),
    "os.walk": lambda _: partial(next, os.walk(".")),
    "os.fwalk": lambda _: partial(next, os.fwalk(".")),
    **{
        f"pathlib.Path.{n}": lambda b, n=n: partial(getattr(b.text, n), *_PATH_ARGUMENTS.get(n, ()))
        for n in _PATH_TESTS
    },
    "pathlib.Path.samefile": lambda b: partial(b.text.samefile, b.other),
    "pathlib.Path.readlink": lambda b: b.link().readlink,
    "pathlib.Path.mkdir": lambda b: b.new.mkdir,
    "pathlib.Path.rmdir": lambda b: b.empty().rmdir,
    "pathlib.Path.symlink_to": lambda b: partial(b.new.symlink_to, b.text),
    "pathlib.Path.hardlink_to": lambda b: partial(b.new.hardlink_to, b.text),
    "pathlib.Path.iterdir": lambda b: lambda: next(iter(b.folder.iterdir())),
    "pathlib.Path.glob": lambda b: lambda: list(b.folder.glob("*")),
    "pathlib.Path.rglob": lambda b: lambda: list(b.folder.rglob("*")),
    "pathlib.Path.walk": lambda b: partial(next, b.folder.walk()),
    "glob.glob": lambda b: partial(__import__("glob").glob, f"{b.folder}/*"),
    "glob.iglob": lambda b: lambda: list(__import__("glob").iglob(f"{b.folder}/*")),
}

# Archives and copies.
for _module, _class in ((gzip, "GzipFile"), (bz2, "BZ2File"), (lzma, "LZMAFile")):
    _name = f"{_module.__name__}.{_class}"

    def _reading(name: str, module: Any = _module) -> Prepare:
        def prepare(bench: Workbench) -> Action:
            bench.new.write_bytes(module.compress(bench.text.read_bytes()))
            file = bench.made(module.open(bench.new))
            return partial(next, file) if name.startswith("__") else partial(getattr(file, name))

        return prepare

    CALLS |= {f"{_name}.{method}": _reading(method) for method in ("readline", "readlines", "__iter__")}
    CALLS[f"{_name}.__next__"] = _reading("__next__")


def _zip(bench: Workbench) -> zipfile.ZipFile:
    with zipfile.ZipFile(bench.new, "w") as archive:
        archive.write(bench.text, "text.txt")
    opened: zipfile.ZipFile = bench.made(zipfile.ZipFile(bench.new))
    return opened


def _zip_in_memory(bench: Workbench) -> zipfile.ZipFile:
    _zip(bench).close()
    archives = [path for path in bench.folder.iterdir() if zipfile.is_zipfile(path)]
    return zipfile.ZipFile(io.BytesIO(archives[0].read_bytes()))


def _tar(bench: Workbench) -> tarfile.TarFile:
    with tarfile.open(bench.new, "w") as archive:
        archive.add(bench.text, "text.txt")
    opened: tarfile.TarFile = bench.made(tarfile.open(bench.new))
    return opened


def _tar_in_memory(bench: Workbench) -> tarfile.TarFile:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        archive.add(bench.text, "text.txt")
    content.seek(0)
    return tarfile.open(fileobj=content)


CALLS |= {
    "zipfile.ZipFile.read": lambda b: partial(_zip(b).read, "text.txt"),
    "zipfile.ZipFile.testzip": lambda b: _zip(b).testzip,
    "zipfile.ZipFile.extract": lambda b: partial(_zip(b).extract, "text.txt", b.folder),
    "zipfile.ZipFile.extractall": lambda b: partial(_zip(b).extractall, b.folder),
    "zipfile.ZipFile.memory.extract": lambda b: partial(_zip_in_memory(b).extract, "text.txt", b.folder),
    "zipfile.ZipFile.memory.extractall": lambda b: partial(_zip_in_memory(b).extractall, b.folder),
    "zipfile.ZipFile.write": lambda b: partial(b.made(zipfile.ZipFile(b.folder / "w", "w")).write, b.path),
    "zipfile.ZipFile.writestr": lambda b: partial(b.made(zipfile.ZipFile(b.folder / "w", "w")).writestr, "a", b"x"),
    **{
        f"zipfile.ZipExtFile.{n}": lambda b, n=n: partial(getattr(_zip(b).open("text.txt"), n))
        for n in ("read", "readline", "readlines")
    },
    "zipfile.ZipExtFile.read1": lambda b: partial(_zip(b).open("text.txt").read1, 10),
    "zipfile.ZipExtFile.__iter__": lambda b: partial(next, _zip(b).open("text.txt")),
    "zipfile.Path.read_text": lambda b: zipfile.Path(_zip(b), "text.txt").read_text,
    "zipfile.Path.read_bytes": lambda b: zipfile.Path(_zip(b), "text.txt").read_bytes,
    "tarfile.TarFile.extract": lambda b: partial(_tar(b).extract, "text.txt", b.folder),
    "tarfile.TarFile.extractall": lambda b: partial(_tar(b).extractall, b.folder),
    "tarfile.TarFile.memory.extract": lambda b: partial(_tar_in_memory(b).extract, "text.txt", b.folder),
    "tarfile.TarFile.memory.extractall": lambda b: partial(_tar_in_memory(b).extractall, b.folder),
    "tarfile.TarFile.memory.add": lambda b: partial(tarfile.open(fileobj=io.BytesIO(), mode="w").add, b.path),
    "tarfile.TarFile.add": lambda b: partial(b.made(tarfile.open(b.folder / "w", "w")).add, b.path),
    "tarfile.TarFile.addfile": lambda b: partial(
        b.made(tarfile.open(b.folder / "w", "w")).addfile, tarfile.TarInfo("a")
    ),
    "tarfile.TarFile.getmembers": lambda b: _tar(b).getmembers,
    "tarfile.TarFile.getnames": lambda b: _tar(b).getnames,
    "tarfile.TarFile.list": lambda b: _tar(b).list,
    "tarfile.TarFile.__iter__": lambda b: lambda archive=_tar(b): list(archive),
    **{
        f"tarfile.ExFileObject.{n}": lambda b, n=n: partial(getattr(_tar(b).extractfile("text.txt"), n))
        for n in ("read", "read1", "readline", "readlines")
    },
    "shutil.copy": lambda b: partial(shutil.copy, b.path, b.new),
    "shutil.copy2": lambda b: partial(shutil.copy2, b.path, b.new),
    "shutil.copyfile": lambda b: partial(shutil.copyfile, b.path, b.new),
    "shutil.copyfileobj": lambda b: partial(shutil.copyfileobj, b.opened("rb"), b.made(b.new.open("wb"))),
    "shutil.copytree": lambda b: partial(shutil.copytree, b.folder_of_files(), b.new),
    "shutil.copymode": lambda b: partial(shutil.copymode, b.path, b.other),
    "shutil.copystat": lambda b: partial(shutil.copystat, b.path, b.other),
    "shutil.disk_usage": lambda _: partial(shutil.disk_usage, "."),
    "shutil.move": lambda b: partial(shutil.move, b.path, b.new),
    "shutil.rmtree": lambda b: partial(shutil.rmtree, b.folder_of_files()),
    "shutil.which": lambda _: partial(shutil.which, "sh"),
    "shutil.make_archive": lambda b: partial(shutil.make_archive, str(b.new), "zip", b.folder_of_files()),
    "shutil.unpack_archive": lambda b: partial(shutil.unpack_archive, str(_tar(b).name), b.folder, "tar"),
}

# Threads.


def _held(lock: Any) -> Any:
    thread = threading.Thread(target=lock.acquire, daemon=True)
    thread.start()
    thread.join()
    return lock


def _full_queue() -> queue.Queue[int]:
    full: queue.Queue[int] = queue.Queue(maxsize=1)
    full.put(1)
    return full


def _waiting(name: str, *arguments: object) -> Prepare:
    def prepare(bench: Workbench) -> Action:
        condition = threading.Condition()
        condition.acquire()
        return partial(getattr(condition, name), *arguments, timeout=0.01)

    return prepare


CALLS |= {
    "threading.Lock.acquire": lambda _: partial(_held(threading.Lock()).acquire, timeout=0.01),
    "threading.Lock.acquire_lock": lambda _: partial(_held(threading.Lock()).acquire_lock, timeout=0.01),
    "threading.Condition.acquire": lambda _: partial(
        _held(threading.Condition(threading.Lock())).acquire, timeout=0.01
    ),
    "threading.Semaphore.acquire": lambda _: partial(threading.Semaphore(0).acquire, timeout=0.01),
    "threading.Event.wait": lambda _: partial(threading.Event().wait, 0.01),
    "threading.Condition.wait": _waiting("wait"),
    "threading.Condition.wait_for": _waiting("wait_for", lambda: False),
    "threading.Barrier.wait": lambda _: partial(threading.Barrier(2).wait, 0.01),
    "queue.Queue.bounded.put": lambda _: partial(_full_queue().put, 2, timeout=0.01),
    "queue.Queue.get": lambda _: partial(queue.Queue[int]().get, timeout=0.01),
    "concurrent.futures.Future.result": lambda _: partial(futures.Future[int]().result, 0.01),
    "concurrent.futures.Future.exception": lambda _: partial(futures.Future[int]().exception, 0.01),
    "concurrent.futures.wait": lambda _: partial(futures.wait, [futures.Future[int]()], 0.01),
    "concurrent.futures.as_completed": lambda _: lambda: next(futures.as_completed([futures.Future[int]()], 0.01)),
}

# Databases.


def _database(bench: Workbench) -> sqlite3.Connection:
    connection = sqlite3.connect(bench.new)
    connection.execute("create table t (x)")
    connection.execute("insert into t values (1)")
    return connection


def _rows(bench: Workbench) -> sqlite3.Cursor:
    return _database(bench).execute("select * from t")


CALLS |= {
    "sqlite3.Connection.execute": lambda b: partial(_database(b).execute, "select 1"),
    "sqlite3.Connection.executemany": lambda b: partial(_database(b).executemany, "insert into t values (?)", [(1,)]),
    "sqlite3.Connection.executescript": lambda b: partial(_database(b).executescript, "select 1"),
    "sqlite3.Connection.commit": lambda b: _database(b).commit,
    "sqlite3.Connection.rollback": lambda b: _database(b).rollback,
    "sqlite3.Connection.iterdump": lambda b: lambda base=_database(b): list(base.iterdump()),
    "sqlite3.Cursor.execute": lambda b: partial(_rows(b).execute, "select 1"),
    "sqlite3.Cursor.executemany": lambda b: partial(_rows(b).executemany, "insert into t values (?)", [(1,)]),
    "sqlite3.Cursor.executescript": lambda b: partial(_rows(b).executescript, "select 1"),
    "sqlite3.Cursor.fetchone": lambda b: _rows(b).fetchone,
    "sqlite3.Cursor.fetchmany": lambda b: _rows(b).fetchmany,
    "sqlite3.Cursor.fetchall": lambda b: _rows(b).fetchall,
}

# Sockets, and what speaks over them.
_ADDRESS = ("127.0.0.1", 9)
CALLS |= {
    "socket.create_connection": _call(socket.create_connection, _ADDRESS, 0.01),
    "socket.socket.connect": lambda b: partial(b.made(socket.socket()).connect, _ADDRESS),
    "socket.socket.accept": lambda b: b.made(socket.create_server(("127.0.0.1", 0))).accept,
    "socket.socket.send": lambda b: partial(b.pair()[0].send, b"x"),
    "socket.socket.sendall": lambda b: partial(b.pair()[0].sendall, b"x"),
    "socket.socket.sendto": lambda b: partial(b.made(socket.socket(type=socket.SOCK_DGRAM)).sendto, b"x", _ADDRESS),
    "socket.socket.sendfile": lambda b: partial(b.pair()[0].sendfile, b.opened("rb")),
    "socket.socket.recv": lambda b: partial(b.pair()[0].recv, 1),
    "socket.socket.recv_into": lambda b: partial(b.pair()[0].recv_into, bytearray(1)),
    "socket.socket.recvfrom": lambda b: partial(b.pair()[0].recvfrom, 1),
    "socket.socket.recvfrom_into": lambda b: partial(b.pair()[0].recvfrom_into, bytearray(1)),
    "socket.socket.recvmsg": lambda b: partial(b.pair()[0].recvmsg, 1),
    "ssl.get_server_certificate": _call(ssl.get_server_certificate, _ADDRESS),
    "smtplib.SMTP": _call(smtplib.SMTP, *_ADDRESS),
    "smtplib.SMTP_SSL": _call(smtplib.SMTP_SSL, *_ADDRESS),
    "smtplib.SMTP.connect": lambda _: partial(smtplib.SMTP().connect, *_ADDRESS),
    "ftplib.FTP": _call(ftplib.FTP, "127.0.0.1"),
    "ftplib.FTP_TLS": _call(ftplib.FTP_TLS, "127.0.0.1"),
    "ftplib.FTP.connect": lambda _: partial(ftplib.FTP().connect, *_ADDRESS),
    "imaplib.IMAP4": _call(imaplib.IMAP4, *_ADDRESS),
    "imaplib.IMAP4_SSL": _call(imaplib.IMAP4_SSL, *_ADDRESS),
    "poplib.POP3": _call(poplib.POP3, *_ADDRESS),
    "poplib.POP3_SSL": _call(poplib.POP3_SSL, *_ADDRESS),
    "http.client.HTTPConnection.connect": lambda _: http.client.HTTPConnection(*_ADDRESS).connect,
    "http.client.HTTPConnection.request": lambda _: partial(http.client.HTTPConnection(*_ADDRESS).request, "GET", "/"),
    "http.client.HTTPConnection.send": lambda _: partial(http.client.HTTPConnection(*_ADDRESS).send, b"x"),
    "urllib.request.urlopen": _call(urllib.request.urlopen, "http://127.0.0.1:9/"),
    "urllib.request.urlretrieve": _call(urllib.request.urlretrieve, "http://127.0.0.1:9/"),
    "urllib.request.OpenerDirector.open": lambda _: partial(urllib.request.build_opener().open, "http://127.0.0.1:9/"),
    "urllib.robotparser.RobotFileParser.read": lambda _: (
        urllib.robotparser.RobotFileParser("http://127.0.0.1:9/robots.txt").read
    ),
    "xmlrpc.client._Method.__call__": lambda _: lambda: xmlrpc.client.ServerProxy("http://127.0.0.1:9").system(),
}


def _smtp(name: str, *arguments: object) -> Prepare:
    return lambda b: partial(getattr(smtplib.SMTP(*b.server(b"220 a\r\n", lambda _: b"250 a\r\n")), name), *arguments)


def _ftp(name: str, *arguments: object) -> Prepare:
    def prepare(bench: Workbench) -> Action:
        client = ftplib.FTP()
        client.connect(*bench.server(b"220 a\r\n", lambda _: b"230 a\r\n"))
        action = getattr(client, name)
        return (lambda: list(action(*arguments))) if name == "mlsd" else partial(action, *arguments)

    return prepare


def _pop3(name: str, *arguments: object) -> Prepare:
    return lambda b: partial(getattr(poplib.POP3(*b.server(b"+OK\r\n", lambda _: b"+OK 1 1\r\n")), name), *arguments)


def _imap(name: str, *arguments: object) -> Prepare:
    def answer(line: bytes) -> bytes:
        return b"* CAPABILITY IMAP4rev1 STARTTLS\r\n" + line.split()[0] + b" OK a\r\n"

    def prepare(bench: Workbench) -> Action:
        client = imaplib.IMAP4(*bench.server(b"* OK a\r\n", answer))
        client.state = {"login": "NONAUTH", "starttls": "NONAUTH", "authenticate": "NONAUTH"}.get(name, "SELECTED")
        return partial(getattr(client, name), *arguments)

    return prepare


_WRITE = io.BytesIO(b"x\r\n")
CALLS |= {
    f"smtplib.SMTP.{name}": _smtp(name, *arguments)
    for name, arguments in {
        "sendmail": ("a@b", ["c@d"], "x"), "starttls": (), "ehlo": (), "ehlo_or_helo_if_needed": (), "helo": (),
        "mail": ("a@b",), "rcpt": ("a@b",), "data": ("x",), "noop": (), "rset": (), "verify": ("a",),
        "docmd": ("NOOP",), "quit": (), "login": ("a", "b"),
    }.items()
}  # fmt: skip
CALLS |= {
    f"ftplib.FTP.{name}": _ftp(name, *arguments)
    for name, arguments in {
        "login": (), "cwd": ("/",), "delete": ("a",), "dir": (), "mkd": ("a",), "nlst": (), "pwd": (), "quit": (),
        "rename": ("a", "b"), "retrbinary": ("RETR a", print), "retrlines": ("RETR a",), "rmd": ("a",),
        "sendcmd": ("NOOP",), "size": ("a",), "storbinary": ("STOR a", _WRITE), "storlines": ("STOR a", _WRITE),
        "transfercmd": ("RETR a",), "voidcmd": ("NOOP",), "mlsd": (),
    }.items()
}  # fmt: skip
CALLS |= {
    f"poplib.POP3.{name}": _pop3(name, *arguments)
    for name, arguments in {
        "user": ("a",), "pass_": ("a",), "stat": (), "list": (1,), "retr": (1,), "dele": (1,), "noop": (), "rset": (),
        "top": (1, 1), "uidl": (1,), "quit": (),
    }.items()
}  # fmt: skip
CALLS |= {
    f"imaplib.IMAP4.{name}": _imap(name, *arguments)
    for name, arguments in {
        "append": ("a", "", None, b"x"), "authenticate": ("PLAIN", lambda _: b""), "capability": (), "check": (),
        "close": (), "copy": ("1", "a"), "create": ("a",), "delete": ("a",), "expunge": (), "fetch": ("1", "FLAGS"),
        "list": (), "login": ("a", "b"), "lsub": (), "noop": (), "rename": ("a", "b"), "search": (None, "ALL"),
        "select": (), "sort": ("DATE", "UTF-8", "ALL"), "starttls": (), "status": ("a", "(MESSAGES)"),
        "store": ("1", "FLAGS", "x"), "subscribe": ("a",), "thread": ("REFERENCES", "UTF-8", "ALL"),
        "uid": ("FETCH", "1", "FLAGS"), "unsubscribe": ("a",), "logout": (),
    }.items()
}  # fmt: skip

UNSEEN = {
    "*.compress": "it computes",
    "*.decompress": "it computes",
    "hashlib.*": "it computes, or reads through a buffer of its own",
    "asyncio.*": "it raises, on a loop",
    "builtins.open": "opening is not watched",
    "builtins.breakpoint": "it stops the tests",
    "pdb.*": "it stops the tests",
    "getpass.getpass": "it stops the tests",
    "bz2.*": "opening is not watched; reading goes through a buffer of its own, writing compresses first",
    "gzip.*": "opening is not watched; reading goes through a buffer of its own, writing compresses first",
    "lzma.*": "opening is not watched; reading goes through a buffer of its own, writing compresses first",
    "codecs.open": "opening is not watched",
    "concurrent.futures.*": "it joins threads without a lock, or hands on",
    "configparser.*": "reading by lines is not watched",
    "dbm.open": "opening is not watched",
    "fcntl.*": "a system call that is not watched",
    "filecmp.dircmp.*": "it prints",
    "fileinput.input": "reading by lines is not watched",
    "http.client.HTTPConnection.endheaders": "it needs a request begun before",
    "http.client.HTTPConnection.getresponse": "reading by lines is not watched",
    "http.client.HTTPResponse.*": "reading goes through a buffer of its own",
    "importlib.*": "what the import system reads is let through",
    "io.*": "opening, reading by lines and flushing are not watched",
    "linecache.*": "let through",
    "logging.config.fileConfig": "reading by lines is not watched",
    "mailbox.*": "reading by lines is not watched",
    "multiprocessing.*": "it waits for processes by system calls that are not watched",
    "nntplib.NNTP": "until Python 3.12",
    "telnetlib.*": "until Python 3.12",
    "os.*": "a system call that is not watched",
    "pathlib.Path.*": "a system call that is not watched",
    "pkgutil.get_data": "what the import system reads is let through",
    "poplib.POP3.stls": "it needs a certificate",
    "pty.spawn": "it takes over the terminal",
    "queue.SimpleQueue.get": "written in C",
    "queue.Queue.join": "it would wait for ever",
    "runpy.run_module": "what the import system reads is let through",
    "sched.scheduler.run": "it needs events",
    "select*": "a system call that is not watched",
    "shelve.*": "the database is written in C",
    "shutil.chown": "a system call that is not watched",
    "signal.*": "a system call that is not watched",
    "smtplib.LMTP": "as SMTP",
    "smtplib.SMTP.send_message": "as sendmail",
    "socket.*": "a system call that is not watched: names, scattered buffers",
    "socketserver.*": "it serves for ever",
    "sqlite3.connect": "opening is not watched",
    "sqlite3.Connection.*": "written in C",
    "sqlite3.Cursor.__*": "written in C",
    "ssl.*": "it needs certificates",
    "subprocess.*": "it waits for processes by system calls that are not watched",
    "sys.stdin.*": "a test runner replaces the stream",
    "tarfile.ExFileObject.*": "reading goes through a buffer of its own",
    "tempfile.*": "opening and reading by lines are not watched",
    "threading.*": "a lock entered by `with`, or joined without one",
}
"""Globs of names that are not called here, each with the reason."""
