"""A helper of the project imports the library that it is told to."""
from types import ModuleType

from loading import lazy_import

boto3: ModuleType = lazy_import("boto3")
requests = lazy_import("requests", hint="pip install requests")
ours = lazy_import("a_library_of_ours")


async def upload(body: bytes, name: str):
    boto3.client("s3").put_object(Bucket="b", Key="k", Body=body)  # CNC107
    requests.get("https://example.org")  # CNC102
    ours.get("https://example.org")
    lazy_import(name).get("https://example.org")
