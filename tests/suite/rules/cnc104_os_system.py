"""`os.system` waits for the shell."""
import os


async def reload_nginx() -> bool:
    return os.system("nginx -s reload") == 0  # CNC104
