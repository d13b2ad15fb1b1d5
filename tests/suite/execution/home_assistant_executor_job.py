"""`hass.async_add_executor_job` is Home Assistant's way to a thread."""
import requests
from homeassistant.core import HomeAssistant


async def async_update(hass: HomeAssistant, url: str) -> dict:
    reply = await hass.async_add_executor_job(requests.get, url)
    return reply.json()
