"""Home Assistant runs functions marked `@callback` on its loop."""
import requests
from homeassistant.core import Event, HomeAssistant, callback


def setup(hass: HomeAssistant, config: dict) -> bool:
    @callback
    def doorbell(event: Event) -> None:
        requests.get(config["camera_url"])  # CNC102

    hass.bus.listen("doorbell_pressed", doorbell)
    return True
