from app.settings import Settings
from app.storage.bucket import BucketStorage
from app.storage.documents import DocumentStorage, FolderStorage

__all__ = ["DocumentStorage", "open_storage"]


def open_storage(settings: Settings) -> DocumentStorage:
    if settings.document_bucket:
        return BucketStorage(settings.document_bucket)
    return FolderStorage(settings.document_folder)
