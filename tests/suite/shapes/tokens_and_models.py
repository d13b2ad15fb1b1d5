"""Models and tokenisers are loaded and run where a request waits for them."""
import asyncio

import numpy as np
import torch
import whisper
from sentence_transformers import SentenceTransformer
from transformers import AutoModel, AutoTokenizer, pipeline


class Embedder:
    def __init__(self, name: str) -> None:
        self.name = name
        self._model = None

    @property
    def model(self) -> SentenceTransformer:
        if self._model is None:
            self._model = SentenceTransformer(self.name)
        return self._model

    def embed(self, texts: list[str]) -> np.ndarray:
        return self.model.encode(texts)

    async def aembed(self, texts: list[str]) -> np.ndarray:
        return self.embed(texts)  # CNC108

    async def aembed_elsewhere(self, texts: list[str]) -> np.ndarray:
        return await asyncio.to_thread(self.embed, texts)


async def transcript(path: str) -> str:
    model = whisper.load_model("base")  # CNC108
    return model.transcribe(path)["text"]  # CNC108


async def load(name: str) -> None:
    AutoTokenizer.from_pretrained(name)  # CNC108
    AutoModel.from_pretrained(name)  # CNC108
    torch.load("/data/model.pt")  # CNC103


async def summary(text: str) -> list:
    summarise = pipeline("summarization")  # CNC108
    return summarise(text)  # CNC108
