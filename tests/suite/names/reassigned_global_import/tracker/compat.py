try:
    from httpx import Client as HttpClient
except ImportError:
    from requests import Session as HttpClient
