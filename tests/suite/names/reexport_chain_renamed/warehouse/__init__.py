from .adapters import read_manifest as manifest
