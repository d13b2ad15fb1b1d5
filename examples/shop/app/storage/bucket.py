import boto3

from app.storage.documents import DocumentStorage


class BucketStorage(DocumentStorage):
    def __init__(self, bucket: str) -> None:
        self._bucket = bucket
        self._s3 = boto3.client("s3")

    def save(self, name: str, content: bytes) -> None:
        self._s3.put_object(Bucket=self._bucket, Key=name, Body=content)

    def load(self, name: str) -> bytes:
        return self._s3.get_object(Bucket=self._bucket, Key=name)["Body"].read()
