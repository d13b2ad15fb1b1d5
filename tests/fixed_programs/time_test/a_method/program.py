# needs: celery pytest_timeout
# select: CNC503
# path: tests/test_shop.py
# before: (1, 0, False)
# after: (0, 1, True)
import subprocess
import sys


def main():
    """How many tests pass and fail, and for want of time."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(command, capture_output=True, text=True)
    return (
        done.stdout.count(" passed"),
        done.stdout.count(" failed"),
        "Timeout" in done.stdout + done.stderr,
    )
