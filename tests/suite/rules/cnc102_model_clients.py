"""Clients of models: the synchronous one blocks through each of its parts; the asynchronous one is awaited."""
import anthropic
import openai
from google import genai


class Answers:
    def __init__(self) -> None:
        self.client = openai.OpenAI()
        self.later = openai.AsyncOpenAI()

    async def ask(self, question: str) -> str:
        messages = [{"role": "user", "content": question}]
        self.client.chat.completions.create(model="m", messages=messages)  # CNC102
        self.client.responses.create(model="m", input=question)  # CNC102
        anthropic.Anthropic().messages.create(model="m", messages=messages, max_tokens=9)  # CNC102
        genai.Client().models.generate_content(model="m", contents=question)  # CNC102
        reply = await self.later.chat.completions.create(model="m", messages=messages)
        return reply.choices[0].message.content

    async def stream(self, question: str) -> None:
        with anthropic.Anthropic().messages.stream(model="m", messages=[], max_tokens=9) as events:  # CNC102
            print(events)
