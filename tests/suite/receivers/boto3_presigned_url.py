"""A presigned URL is computed locally; no request is made."""
import boto3

s3 = boto3.client("s3")


async def download_link(key: str) -> str:
    return s3.generate_presigned_url("get_object", Params={"Bucket": "invoices", "Key": key}, ExpiresIn=300)
