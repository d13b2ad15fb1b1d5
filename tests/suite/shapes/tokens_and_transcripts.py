"""Tokens that a provider function asks for, and transcripts that a loader downloads."""
from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from google_auth_oauthlib.flow import Flow
from youtube_transcript_api import YouTubeTranscriptApi


def token() -> str:
    provider = get_bearer_token_provider(DefaultAzureCredential(), "https://example.com/.default")
    return provider()


class Transcripts:
    def __init__(self, video: str) -> None:
        self.video = video

    def load(self, languages: list[str]) -> str:
        found = YouTubeTranscriptApi().list(self.video).find_transcript(languages)
        return " ".join(each.text for each in found.fetch())


def flow(settings: dict) -> Flow:
    return Flow.from_client_config(settings, scopes=["openid"])


async def headers() -> dict[str, str]:
    return {"Authorization": token()}  # CNC107


async def transcript(video: str) -> str:
    return Transcripts(video).load(["en"])  # CNC102


async def login(settings: dict, code: str):
    begun = flow(settings)
    begun.fetch_token(code=code)  # CNC102
    return begun.credentials
