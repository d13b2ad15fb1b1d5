import pathlib


def load(name):
    return pathlib.Path("/var/manifests", name).read_bytes()
