"""Directories, configuration stores and APIs made from a description, behind services of the project."""
import consul
from googleapiclient.discovery import build
from kazoo.client import KazooClient
from ldap3 import Connection, Server


class Drive:
    def __init__(self, credentials) -> None:
        self.service = build("drive", "v3", credentials=credentials)

    def names(self, folder: str) -> list[str]:
        request = self.service.files().list(q=f"'{folder}' in parents")
        return [each["name"] for each in request.execute()["files"]]

    def query(self, folder: str):
        return self.service.files().list(q=folder)


class Leader:
    def __init__(self, hosts: str) -> None:
        self.keeper = KazooClient(hosts=hosts)

    def begin(self) -> None:
        self.keeper.start()

    def note(self, path: str, value: bytes) -> None:
        self.keeper.set(path, value)

    def note_soon(self, path: str, value: bytes):
        return self.keeper.set_async(path, value)


settings = consul.Consul()


async def listed(drive: Drive, folder: str):
    drive.query(folder)
    return drive.names(folder)  # CNC102


async def led(leader: Leader) -> None:
    leader.begin()  # CNC107
    leader.note("/leader", b"1")  # CNC107
    leader.note_soon("/leader", b"1")


async def setting(name: str):
    return settings.kv.get(name)  # CNC102


async def login(name: str, word: str) -> bool:
    connection = Connection(Server("directory"), name, word, auto_bind=True)  # CNC107
    later = Connection(Server("directory"), name, word)
    return connection.search("dc=shop", "(cn=*)") and later is not None  # CNC107
