"""Where frameworks of messages, jobs, tools and terminals run plain functions."""

import asyncio
import datetime
import unittest
from typing import Any

import pytest

from places import Claims, Witness

pytestmark = pytest.mark.filterwarnings("ignore")


def test_faststream(witness: Witness, claims: Claims) -> None:
    rabbit = pytest.importorskip("faststream.rabbit")
    broker = rabbit.RabbitBroker()

    @broker.subscriber("orders")
    def consume(body: str) -> None:
        witness.sees("faststream.rabbit.RabbitBroker.subscriber")

    async def main() -> None:
        async with rabbit.TestRabbitBroker(broker) as served:
            await served.publish("one", "orders")

    asyncio.run(main())
    assert len(witness.places) == 1
    for name, place in witness.places.items():
        assert place == {claims.decorator(name)}


def test_taskiq(witness: Witness, claims: Claims) -> None:
    taskiq = pytest.importorskip("taskiq")
    broker = taskiq.InMemoryBroker()

    @broker.task
    def job() -> None:
        witness.sees("taskiq.AsyncBroker.task")

    async def main() -> None:
        await (await job.kiq()).wait_result(timeout=5)

    asyncio.run(main())
    assert witness.places == {"taskiq.AsyncBroker.task": {claims.decorator("taskiq.AsyncBroker.task")}}


def _mcp_server() -> tuple[str, Any]:
    try:
        from mcp.server.mcpserver import MCPServer
    except ImportError:
        fastmcp = pytest.importorskip("mcp.server.fastmcp")
        return "mcp.server.fastmcp.FastMCP", fastmcp.FastMCP("oracle")
    return "mcp.server.mcpserver.MCPServer", MCPServer("oracle")


def test_mcp(witness: Witness, claims: Claims) -> None:
    pytest.importorskip("mcp")
    name, server = _mcp_server()

    @server.tool()
    def tool() -> str:
        witness.sees("tool")
        return ""

    asyncio.run(server.call_tool("tool", {}))
    assert witness.places == {"tool": {claims.decorator(f"{name}.tool")}}


def test_aiogram(witness: Witness, claims: Claims) -> None:
    aiogram = pytest.importorskip("aiogram")
    types = pytest.importorskip("aiogram.types")
    dispatcher = aiogram.Dispatcher()

    @dispatcher.message()
    def message(_: object) -> None:
        witness.sees("aiogram.Router.message")

    async def main() -> None:
        bot = aiogram.Bot("1:oracle")
        chat = types.Chat(id=1, type="private")
        text = types.Message(message_id=1, date=datetime.datetime.now(), chat=chat, text="a")
        await dispatcher.feed_update(bot, types.Update(update_id=1, message=text))
        await bot.session.close()

    asyncio.run(main())
    assert witness.places == {"aiogram.Router.message": {claims.decorator("aiogram.Router.message")}}


def test_textual(witness: Witness, claims: Claims) -> None:
    textual = pytest.importorskip("textual")
    app = pytest.importorskip("textual.app")
    reactive = pytest.importorskip("textual.reactive")
    widgets = pytest.importorskip("textual.widgets")

    class Oracle(app.App):  # type: ignore[misc, name-defined]
        BINDINGS = [("x", "note", "")]
        number = reactive.reactive(0)

        def compose(self) -> Any:
            witness.sees("compose")
            yield widgets.Button("a", id="a")

        def on_mount(self) -> None:
            witness.sees("on_mount")
            self.set_timer(0.001, lambda: witness.sees("set_timer"))
            self.call_later(witness.sees, "call_later")
            self.number = 1
            self.background()

        def watch_number(self) -> None:
            witness.sees("watch_number")

        def action_note(self) -> None:
            witness.sees("action_note")

        @textual.on(widgets.Button.Pressed)
        def pressed(self) -> None:
            witness.sees("textual.on")

        @textual.work(thread=True)
        def background(self) -> None:
            witness.sees("textual.work")
            self.call_from_thread(witness.sees, "call_from_thread")

    async def main() -> None:
        async with Oracle().run_test() as pilot:
            await pilot.press("x")
            await pilot.click("#a")
            await pilot.pause(0.1)

    asyncio.run(main())
    for name in ("compose", "on_mount", "watch_number", "action_note"):
        assert witness.places[name] == {claims.method("textual.app.App", name)}, name
    for name in ("set_timer", "call_later"):
        assert witness.places[name] == {claims.offload(f"textual.message_pump.MessagePump.{name}")}, name
    assert witness.places["call_from_thread"] == {claims.offload("textual.app.App.call_from_thread")}
    for name in ("textual.on", "textual.work"):
        assert witness.places[name] == {claims.decorator(name)}, name


def test_nicegui(witness: Witness, claims: Claims) -> None:
    pytest.importorskip("nicegui")
    events = pytest.importorskip("nicegui.events")
    slot = pytest.importorskip("nicegui.client")

    async def main() -> None:
        from nicegui import core, ui

        core.loop = asyncio.get_running_loop()
        with slot.Client(ui.page("/oracle"), request=None):
            button = ui.button("a", on_click=lambda: witness.sees("nicegui.ui.button"))
            arguments = events.ClickEventArguments(sender=button, client=button.client)
            for handler in button._event_listeners.values():
                events.handle_event(handler.handler, arguments)
        await asyncio.sleep(0.05)

    asyncio.run(main())
    assert witness.places == {"nicegui.ui.button": {claims.offload("nicegui.ui.button")}}


def test_channels(witness: Witness, claims: Claims) -> None:
    settings = pytest.importorskip("django.conf").settings
    if not settings.configured:
        settings.configure()
    testing = pytest.importorskip("channels.testing")
    websocket = pytest.importorskip("channels.generic.websocket")

    class Consumer(websocket.WebsocketConsumer):  # type: ignore[misc, name-defined]
        def connect(self) -> None:
            witness.sees("connect")
            self.accept()

        def receive(self, text_data: str = "", bytes_data: bytes = b"") -> None:
            witness.sees("receive")

    async def main() -> None:
        communicator = testing.WebsocketCommunicator(Consumer.as_asgi(), "/")
        await communicator.connect()
        await communicator.send_to(text_data="a")
        await asyncio.sleep(0.05)
        await communicator.disconnect()

    asyncio.run(main())
    for name in ("connect", "receive"):
        assert witness.places[name] == {claims.method("channels.generic.websocket.WebsocketConsumer", name)}, name


def test_apscheduler(witness: Witness, claims: Claims) -> None:
    module = pytest.importorskip("apscheduler.schedulers.asyncio")

    async def main() -> None:
        scheduler = module.AsyncIOScheduler()
        scheduler.add_job(witness.sees, args=["add_job"])
        scheduler.start()
        await asyncio.sleep(0.1)
        scheduler.shutdown(wait=False)

    asyncio.run(main())
    assert witness.places == {"add_job": {claims.offload("apscheduler.schedulers.base.BaseScheduler.add_job")}}


def test_unsync(witness: Witness, claims: Claims) -> None:
    unsync = pytest.importorskip("unsync")

    @unsync.unsync
    def job() -> None:
        witness.sees("unsync.unsync")

    job().result()
    assert witness.places == {"unsync.unsync": {claims.decorator("unsync.unsync")}}


def test_run_on_executor(witness: Witness, claims: Claims) -> None:
    concurrent = pytest.importorskip("tornado.concurrent")
    futures = pytest.importorskip("concurrent.futures")

    class Service:
        executor = futures.ThreadPoolExecutor(1)

        @concurrent.run_on_executor  # type: ignore[untyped-decorator]
        def job(self) -> None:
            witness.sees("tornado.concurrent.run_on_executor")

    async def main() -> None:
        await Service().job()

    asyncio.run(main())
    assert witness.places == {
        "tornado.concurrent.run_on_executor": {claims.decorator("tornado.concurrent.run_on_executor")}
    }


def test_a_test_case_has_loops_of_its_own(claims: Claims) -> None:
    loops = []

    class Case(unittest.IsolatedAsyncioTestCase):
        async def test_one(self) -> None:
            loops.append(asyncio.get_running_loop())

        async def test_two(self) -> None:
            loops.append(asyncio.get_running_loop())

    unittest.TestLoader().loadTestsFromTestCase(Case).run(unittest.TestResult())
    assert loops[0] is not loops[1]
    assert [entry.phase for entry in claims.catalogue.subclass_methods("unittest.IsolatedAsyncioTestCase")] == ["test"]
