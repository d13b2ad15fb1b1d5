"""An alternative constructor builds the object with `cls(...)`, whose `__init__` connects to MySQL."""
import pymysql


class Reporting:
    def __init__(self, host: str) -> None:
        self.connection = pymysql.connect(host=host)

    @classmethod
    def from_environment(cls, environment: dict[str, str]) -> "Reporting":
        return cls(environment["REPORTING_HOST"])


async def startup_check(environment: dict[str, str]) -> bool:
    return Reporting.from_environment(environment) is not None  # CNC105
