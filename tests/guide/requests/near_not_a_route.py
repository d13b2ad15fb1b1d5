"""A function with a request that answers nothing."""
import subprocess
from django.contrib.auth import get_user
def rebuild(request):
    subprocess.run(["rebuild"])
    return get_user(request)
