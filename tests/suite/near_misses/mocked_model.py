"""A model that is told what to answer is not asked."""
import litellm

QUESTION = [{"role": "user", "content": "Hello"}]


async def rehearse():
    return litellm.completion(model="gpt", messages=QUESTION, mock_response="Hi!")


async def ask():
    return litellm.completion(model="gpt", messages=QUESTION)  # CNC102
