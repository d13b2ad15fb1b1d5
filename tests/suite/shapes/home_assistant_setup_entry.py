"""An integration's set-up makes and asks its client on the loop, and its twin hands both to the executor."""
import requests
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator


class ApiWrapper:
    def __init__(self, user: str, password: str) -> None:
        self.user, self.password = user, password
        self.session = requests.Session()

    def connect(self) -> bool:
        return self.session.post("https://api/login", json={"user": self.user}).ok

    def devices(self) -> list[dict]:
        return self.session.get("https://api/devices").json()


async def async_setup_entry(hass: HomeAssistant, entry: ConfigEntry) -> bool:
    wrapper = ApiWrapper(entry.data["user"], entry.data["password"])
    if not wrapper.connect():  # CNC102
        return False
    entry.runtime_data = wrapper
    return True


async def async_setup_entry_elsewhere(hass: HomeAssistant, entry: ConfigEntry) -> bool:
    wrapper = ApiWrapper(entry.data["user"], entry.data["password"])
    if not await hass.async_add_executor_job(wrapper.connect):
        return False
    await hass.async_add_executor_job(wrapper.devices)
    return True


class DeviceCoordinator(DataUpdateCoordinator[list]):
    def __init__(self, hass: HomeAssistant, wrapper: ApiWrapper) -> None:
        super().__init__(hass, None, name="devices")
        self.wrapper = wrapper

    async def _async_update_data(self) -> list:
        return self.wrapper.devices()  # CNC102

    async def _async_setup(self) -> None:
        await self.hass.async_add_executor_job(self.wrapper.connect)
