"""`list(map(...))` runs the function for every item on this line."""
import urllib3

http = urllib3.PoolManager()


def status(host: str) -> int:
    return http.request("GET", f"https://{host}/health").status


async def all_up(hosts: list[str]) -> bool:
    return set(map(status, hosts)) == {200}  # CNC102
