"""Where web frameworks run plain functions: each is served one request, and its handlers tell."""

import asyncio
from typing import Any

import pytest

from places import Claims, Witness

pytestmark = pytest.mark.filterwarnings("ignore")


def test_fastapi(witness: Witness, claims: Claims) -> None:
    fastapi = pytest.importorskip("fastapi")
    testclient = pytest.importorskip("starlette.testclient")
    app, router = fastapi.FastAPI(), fastapi.APIRouter()

    class MissingError(Exception):
        pass

    def dependency() -> Any:
        witness.sees("dependency, before")
        yield 1
        witness.sees("dependency, after")

    class Settings:
        def __init__(self) -> None:
            witness.sees("class as dependency")

    def task() -> None:
        witness.sees("background task")

    async def late() -> None:
        witness.sees("asynchronous background task")

    @app.get("/plain")
    def plain(
        tasks: fastapi.BackgroundTasks,
        one: int = fastapi.Depends(dependency),
        settings: object = fastapi.Depends(Settings),
    ) -> dict[str, int]:
        witness.sees("fastapi.FastAPI.get")
        tasks.add_task(task)
        tasks.add_task(late)
        return {}

    @router.post("/routed")
    def routed() -> dict[str, int]:
        witness.sees("fastapi.APIRouter.post")
        raise MissingError

    @app.exception_handler(MissingError)
    def handler(request: object, error: Exception) -> Any:
        witness.sees("fastapi.FastAPI.exception_handler")
        return fastapi.Response()

    app.include_router(router)
    app.add_api_route("/added", lambda: witness.sees("fastapi.FastAPI.add_api_route"))
    app.on_event("startup")(lambda: witness.sees("fastapi.FastAPI.on_event"))
    with testclient.TestClient(app) as client:
        client.get("/plain")
        client.post("/routed")
        client.get("/added")

    decorators = ("FastAPI.get", "APIRouter.post", "FastAPI.exception_handler", "FastAPI.on_event")
    for name in (f"fastapi.{each}" for each in decorators):
        assert witness.places[name] == {claims.decorator(name)}, name
    assert witness.places["fastapi.FastAPI.add_api_route"] == {claims.offload("fastapi.FastAPI.add_api_route")}
    place = claims.offload("starlette.background.BackgroundTasks.add_task")
    assert witness.places["background task"] == {place}
    assert witness.places["asynchronous background task"] == {"loop"}
    for name in ("dependency, before", "dependency, after", "class as dependency"):
        assert witness.places[name] == {"thread"}, name


def test_starlette(witness: Witness, claims: Claims) -> None:
    applications = pytest.importorskip("starlette.applications")
    endpoints = pytest.importorskip("starlette.endpoints")
    responses = pytest.importorskip("starlette.responses")
    routing = pytest.importorskip("starlette.routing")
    testclient = pytest.importorskip("starlette.testclient")

    class Endpoint(endpoints.HTTPEndpoint):  # type: ignore[misc, name-defined]
        def get(self, request: object) -> Any:
            witness.sees("HTTPEndpoint.get")
            return responses.Response()

    def plain(request: object) -> Any:
        witness.sees("Route")

        def chunks() -> Any:
            witness.sees("generator of a stream")
            yield "a"

        return responses.StreamingResponse(chunks())

    app = applications.Starlette(routes=[routing.Route("/a", Endpoint), routing.Route("/b", plain)])
    client = testclient.TestClient(app)
    client.get("/a")
    client.get("/b")
    assert witness.places["HTTPEndpoint.get"] == {claims.method("starlette.endpoints.HTTPEndpoint", "get")}
    assert witness.places["Route"] == {claims.offload("starlette.routing.Route")}
    assert witness.places["generator of a stream"] == {"thread"}


def test_sanic(witness: Witness, claims: Claims) -> None:
    sanic = pytest.importorskip("sanic")
    pytest.importorskip("sanic_testing")
    views = pytest.importorskip("sanic.views")
    app = sanic.Sanic("Oracle")

    class View(views.HTTPMethodView):  # type: ignore[misc, name-defined]
        def get(self, request: object) -> Any:
            witness.sees("HTTPMethodView.get")
            return sanic.response.text("")

    @app.get("/plain")
    def plain(request: object) -> Any:
        witness.sees("sanic.Sanic.get")
        return sanic.response.text("")

    @app.on_request
    def before(request: object) -> None:
        witness.sees("sanic.Sanic.on_request")

    @app.before_server_start
    def start(*_: object) -> None:
        witness.sees("sanic.Sanic.before_server_start")

    app.add_route(View.as_view(), "/view")

    async def main() -> None:
        await app.asgi_client.get("/plain")
        await app.asgi_client.get("/view")

    asyncio.run(main())
    for name in ("sanic.Sanic.get", "sanic.Sanic.on_request", "sanic.Sanic.before_server_start"):
        assert witness.places[name] == {claims.decorator(name)}, name
    assert witness.places["HTTPMethodView.get"] == {claims.method("sanic.views.HTTPMethodView", "get")}


def test_quart(witness: Witness, claims: Claims) -> None:
    quart = pytest.importorskip("quart")
    app = quart.Quart("oracle")

    @app.get("/")
    def plain() -> str:
        witness.sees("quart.Quart.get")
        return ""

    @app.before_request
    def before() -> None:
        witness.sees("quart.Quart.before_request")

    @app.before_serving
    def start() -> None:
        witness.sees("quart.Quart.before_serving")

    async def main() -> None:
        async with app.test_app() as served:
            await served.test_client().get("/")

    asyncio.run(main())
    for name, place in witness.places.items():
        assert place == {claims.decorator(name)}, name
    assert len(witness.places) == 3


def test_litestar(witness: Witness, claims: Claims) -> None:
    litestar = pytest.importorskip("litestar")
    testing = pytest.importorskip("litestar.testing")
    di = pytest.importorskip("litestar.di")

    def provided() -> int:
        witness.sees("Provide")
        return 1

    @litestar.get("/inline", sync_to_thread=False, dependencies={"one": di.Provide(provided, sync_to_thread=False)})
    def inline(one: int) -> str:
        witness.sees("inline")
        return ""

    @litestar.get("/default")
    def default() -> str:
        witness.sees("default")
        return ""

    @litestar.get("/threaded", sync_to_thread=True)
    def threaded() -> str:
        witness.sees("threaded")
        return ""

    with testing.create_test_client([inline, default, threaded]) as client:
        for path in ("/inline", "/default", "/threaded"):
            assert client.get(path).status_code == 200
    assert witness.places == {
        "Provide": {"loop"},
        "inline": {"loop"},
        "default": {"loop"},
        "threaded": {"thread"},
    }
    # The catalogue has an entry for either value of the argument; the last of a name is found first.
    assert {claims.decorator("litestar.get"), claims.offload("litestar.di.Provide")} == {"loop"}


def test_tornado(witness: Witness, claims: Claims) -> None:
    web = pytest.importorskip("tornado.web")
    ioloop = pytest.importorskip("tornado.ioloop")
    httpclient = pytest.importorskip("tornado.httpclient")
    netutil = pytest.importorskip("tornado.netutil")
    httpserver = pytest.importorskip("tornado.httpserver")

    class Handler(web.RequestHandler):  # type: ignore[misc, name-defined]
        def prepare(self) -> None:
            witness.sees("prepare")

        def get(self) -> None:
            witness.sees("get")

        def on_finish(self) -> None:
            witness.sees("on_finish")

    async def main() -> None:
        sockets = netutil.bind_sockets(0, "127.0.0.1")
        server = httpserver.HTTPServer(web.Application([("/", Handler)]))
        server.add_sockets(sockets)
        loop = ioloop.IOLoop.current()
        loop.add_callback(witness.sees, "add_callback")
        loop.call_later(0.001, witness.sees, "call_later")
        periodic = ioloop.PeriodicCallback(lambda: witness.sees("PeriodicCallback"), 1)
        periodic.start()
        await loop.run_in_executor(None, witness.sees, "run_in_executor")
        await httpclient.AsyncHTTPClient().fetch(f"http://127.0.0.1:{sockets[0].getsockname()[1]}/")
        await asyncio.sleep(0.05)
        periodic.stop()
        server.stop()

    asyncio.run(main())
    for name in ("prepare", "get", "on_finish"):
        assert witness.places[name] == {claims.method("tornado.web.RequestHandler", name)}, name
    for name in ("add_callback", "call_later", "run_in_executor"):
        assert witness.places[name] == {claims.offload(f"tornado.ioloop.IOLoop.{name}")}, name
    assert witness.places["PeriodicCallback"] == {claims.offload("tornado.ioloop.PeriodicCallback")}


def test_aiohttp(witness: Witness, claims: Claims) -> None:
    web = pytest.importorskip("aiohttp.web")
    test_utils = pytest.importorskip("aiohttp.test_utils")
    routes = web.RouteTableDef()

    @routes.get("/plain")
    def plain(request: object) -> Any:
        witness.sees("RouteTableDef.get")
        return web.Response()

    def added(request: object) -> Any:
        witness.sees("add_get")
        return web.Response()

    async def main() -> None:
        app = web.Application()
        app.add_routes(routes)
        app.router.add_get("/added", added)
        async with test_utils.TestClient(test_utils.TestServer(app)) as client:
            await client.get("/plain")
            await client.get("/added")

    asyncio.run(main())
    assert witness.places["RouteTableDef.get"] == {claims.decorator("aiohttp.web.RouteTableDef.get")}
    assert witness.places["add_get"] == {claims.offload("aiohttp.web.UrlDispatcher.add_get")}


def test_strawberry(witness: Witness, claims: Claims) -> None:
    strawberry = pytest.importorskip("strawberry")

    def answer() -> int:
        witness.sees("strawberry.field")
        return 1

    query = strawberry.type(type("Query", (), {"__annotations__": {"one": int}, "one": strawberry.field(answer)}))
    result = asyncio.run(strawberry.Schema(query).execute("{ one }"))
    assert result.errors is None
    assert witness.places == {"strawberry.field": {claims.decorator("strawberry.field")}}


def test_flask_runs_each_view_in_a_loop_of_its_own(claims: Claims) -> None:
    flask = pytest.importorskip("flask")
    pytest.importorskip("asgiref")
    app = flask.Flask("oracle")
    loops = []

    @app.get("/")
    async def view() -> str:
        loops.append(asyncio.get_running_loop())
        return ""

    app.test_client().get("/")
    app.test_client().get("/")
    assert len(set(map(id, loops))) == 2
    entry = claims.catalogue.decorator("flask.Flask.get")
    assert entry is not None
    assert entry.phase == "private"


def test_django(witness: Witness, claims: Claims) -> None:
    django = pytest.importorskip("django")
    conf = pytest.importorskip("django.conf")
    if not conf.settings.configured:
        conf.settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="oracle")
        django.setup()
    elif not conf.settings.is_overridden("ROOT_URLCONF"):
        conf.settings.ROOT_URLCONF = __name__
        conf.settings.ALLOWED_HOSTS = ["*"]
    http = pytest.importorskip("django.http")
    urls = pytest.importorskip("django.urls")
    client = pytest.importorskip("django.test").AsyncClient()
    views = pytest.importorskip("django.views")

    def plain(request: object) -> Any:
        witness.sees("view")
        return http.HttpResponse()

    class View(views.View):  # type: ignore[misc, name-defined]
        def get(self, request: object) -> Any:
            witness.sees("View.get")
            return http.HttpResponse()

    globals()["urlpatterns"] = [urls.path("plain", plain), urls.path("class", View.as_view())]

    async def main() -> None:
        await client.get("/plain")
        await client.get("/class")

    asyncio.run(main())
    assert witness.places["view"] == {claims.offload("django.urls.path")}
    assert witness.places["View.get"] == {claims.method("django.views.View", "get")}
