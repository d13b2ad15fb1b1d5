import subprocess


def print_label(path: str) -> None:
    subprocess.run(["lp", path], check=True)
