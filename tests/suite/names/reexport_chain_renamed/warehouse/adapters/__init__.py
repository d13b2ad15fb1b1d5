from .disk import load as read_manifest
