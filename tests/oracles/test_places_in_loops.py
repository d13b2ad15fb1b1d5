"""Where event loops and thread helpers run the callables that they are given."""

from __future__ import annotations

import asyncio
import concurrent.futures
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial

import pytest

from places import Claims, Witness

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")


async def _settle() -> None:
    await asyncio.sleep(0.05)


@pytest.mark.parametrize("name", ["call_soon", "call_soon_threadsafe", "call_later", "call_at"])
def test_callbacks_of_a_loop(name: str, witness: Witness, claims: Claims) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        arguments = {"call_later": [0.001], "call_at": [loop.time()]}.get(name, [])
        getattr(loop, name)(*arguments, witness.sees, name)
        await _settle()

    asyncio.run(main())
    assert witness.places == {name: {claims.offload(f"asyncio.AbstractEventLoop.{name}")}}


def test_done_callbacks(witness: Witness, claims: Claims) -> None:
    async def main() -> None:
        future = asyncio.get_running_loop().create_future()
        future.add_done_callback(lambda _: witness.sees("future"))
        future.set_result(None)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            started = threading.Event()
            job = pool.submit(started.wait, 5)
            job.add_done_callback(lambda _: witness.sees("pool"))
            started.set()
            await asyncio.wrap_future(job)
        await _settle()

    asyncio.run(main())
    assert witness.places["future"] == {claims.offload("asyncio.Future.add_done_callback")}
    assert witness.places["pool"] == {claims.offload("concurrent.futures.Future.add_done_callback")}


@posix
def test_signals_and_descriptors(witness: Witness, claims: Claims) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGUSR1, witness.sees, "add_signal_handler")
        signal.signal(signal.SIGUSR2, lambda *_: witness.sees("signal.signal"))
        reading, writing = os.pipe()
        loop.add_reader(reading, lambda: (os.read(reading, 1), witness.sees("add_reader")))
        loop.add_writer(writing, lambda: (loop.remove_writer(writing), witness.sees("add_writer")))
        os.write(writing, b".")
        os.kill(os.getpid(), signal.SIGUSR1)
        os.kill(os.getpid(), signal.SIGUSR2)
        await _settle()
        loop.remove_reader(reading)
        os.close(reading)
        os.close(writing)

    before = signal.getsignal(signal.SIGUSR2)
    try:
        asyncio.run(main())
    finally:
        signal.signal(signal.SIGUSR2, before)
    for name in ("add_signal_handler", "add_reader", "add_writer"):
        assert witness.places[name] == {claims.offload(f"asyncio.AbstractEventLoop.{name}")}
    assert witness.places["signal.signal"] == {claims.offload("signal.signal")}


def test_protocol_methods(witness: Witness, claims: Claims) -> None:
    class Echo(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            witness.sees("connection_made")
            self.transport = transport

        def data_received(self, data: bytes) -> None:
            witness.sees("data_received")

        def eof_received(self) -> None:
            witness.sees("eof_received")

        def connection_lost(self, exc: Exception | None) -> None:
            witness.sees("connection_lost")

    async def main() -> None:
        server = await asyncio.get_running_loop().create_server(Echo, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello")
        writer.write_eof()
        await writer.drain()
        await _settle()
        writer.close()
        server.close()
        await _settle()

    asyncio.run(main())
    assert len(witness.places) == 4
    for name, place in witness.places.items():
        assert place == {claims.method("asyncio.Protocol", name)}, name


def test_a_handler_of_streams(witness: Witness, claims: Claims) -> None:
    def accept(_: object, writer: asyncio.StreamWriter) -> None:
        witness.sees("start_server")
        writer.close()

    async def main() -> None:
        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        await _settle()
        writer.close()
        server.close()

    asyncio.run(main())
    assert witness.places == {"start_server": {claims.offload("asyncio.start_server")}}


def _anyio_thread(call: Callable[[], None]) -> None:
    anyio = pytest.importorskip("anyio")
    anyio.run(anyio.to_thread.run_sync, call)


def _anyio_back(call: Callable[[], None]) -> None:
    anyio = pytest.importorskip("anyio")
    from_thread = pytest.importorskip("anyio.from_thread")
    anyio.run(anyio.to_thread.run_sync, partial(from_thread.run_sync, call))


def _asyncer(call: Callable[[], None]) -> None:
    asyncer = pytest.importorskip("asyncer")
    asyncio.run(asyncer.asyncify(call)())


def _asgiref(call: Callable[[], None]) -> None:
    sync = pytest.importorskip("asgiref.sync")
    asyncio.run(sync.sync_to_async(call)())


def _starlette(call: Callable[[], None]) -> None:
    concurrency = pytest.importorskip("starlette.concurrency")
    asyncio.run(concurrency.run_in_threadpool(call))


def _litestar(call: Callable[[], None]) -> None:
    concurrency = pytest.importorskip("litestar.concurrency")
    asyncio.run(concurrency.sync_to_thread(call))


def _quart(call: Callable[[], None]) -> None:
    utils = pytest.importorskip("quart.utils")
    asyncio.run(utils.run_sync(call)())


def _nicegui(call: Callable[[], None]) -> None:
    run = pytest.importorskip("nicegui.run")
    asyncio.run(run.io_bound(call))


def _channels(call: Callable[[], None]) -> None:
    settings = pytest.importorskip("django.conf").settings
    if not settings.configured:
        settings.configure()
    db = pytest.importorskip("channels.db")
    asyncio.run(db.database_sync_to_async(call)())


def _context(call: Callable[[], None]) -> None:
    contextvars = pytest.importorskip("contextvars")

    async def main() -> None:
        contextvars.copy_context().run(call)

    asyncio.run(main())


def _executor(call: Callable[[], None]) -> None:
    async def main() -> None:
        await asyncio.get_running_loop().run_in_executor(None, call)

    asyncio.run(main())


def _to_thread(call: Callable[[], None]) -> None:
    asyncio.run(asyncio.to_thread(call))


def _greenlet(call: Callable[[], None]) -> None:
    pytest.importorskip("greenlet")
    util = pytest.importorskip("sqlalchemy.util")
    asyncio.run(util.greenlet_spawn(call))


def _twisted(call: Callable[[], None]) -> None:
    threads = pytest.importorskip("twisted.internet.threads")
    reactor = pytest.importorskip("twisted.internet.reactor")
    reactor.callWhenRunning(lambda: threads.deferToThread(call).addBoth(lambda _: reactor.stop()))
    reactor.run(installSignalHandlers=False)


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("asyncio.to_thread", _to_thread),
        ("asyncio.AbstractEventLoop.run_in_executor", _executor),
        ("contextvars.Context.run", _context),
        ("anyio.to_thread.run_sync", _anyio_thread),
        ("anyio.from_thread.run_sync", _anyio_back),
        ("asyncer.asyncify", _asyncer),
        ("asgiref.sync.sync_to_async", _asgiref),
        ("channels.db.database_sync_to_async", _channels),
        ("litestar.concurrency.sync_to_thread", _litestar),
        ("nicegui.run.io_bound", _nicegui),
        ("quart.utils.run_sync", _quart),
        ("sqlalchemy.util.greenlet_spawn", _greenlet),
        ("starlette.concurrency.run_in_threadpool", _starlette),
        ("twisted.internet.threads.deferToThread", _twisted),
    ],
)
def test_offloads(name: str, use: Callable[[Callable[[], None]], None], witness: Witness, claims: Claims) -> None:
    use(partial(witness.sees, name))
    assert witness.places == {name: {claims.offload(name)}}


def test_trio_threads(claims: Claims) -> None:
    trio = pytest.importorskip("trio")
    threads = []

    async def main() -> None:
        threads.append(threading.get_ident())
        await trio.to_thread.run_sync(lambda: threads.append(threading.get_ident()))
        back = partial(trio.from_thread.run_sync, lambda: threads.append(threading.get_ident()))
        await trio.to_thread.run_sync(back)

    trio.run(main)
    assert (threads[1] == threads[0]) == (claims.offload("trio.to_thread.run_sync") == "loop")
    assert (threads[2] == threads[0]) == (claims.offload("trio.from_thread.run_sync") == "loop")
