import hashlib
import hmac


def derive(password: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)


def matches(password: str, salt: bytes, expected: bytes) -> bool:
    return hmac.compare_digest(derive(password, salt), expected)
