"""`cache_clear` and `cache_info` of a cached function do not run the function."""
import functools
import subprocess


@functools.lru_cache
def installed_fonts() -> str:
    return subprocess.check_output(["fc-list"], text=True)


async def reset_fonts() -> int:
    before = installed_fonts.cache_info().currsize
    installed_fonts.cache_clear()
    return before
