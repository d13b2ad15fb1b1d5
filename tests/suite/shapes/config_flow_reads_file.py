"""A configuration flow calls small helpers that read and write a JSON file."""
import json
from pathlib import Path
from typing import Any

from homeassistant import config_entries


class DeviceFlow(config_entries.ConfigFlow, domain="device"):
    def _load(self, device: str) -> dict[str, Any]:
        path = Path(self.hass.config.path("devices")) / f"{device}.json"
        with path.open(encoding="utf-8") as file:
            return json.load(file)

    def _save(self, device: str, data: dict[str, Any]) -> None:
        folder = Path(self.hass.config.path("devices"))
        folder.mkdir(parents=True, exist_ok=True)
        folder.joinpath(f"{device}.json").write_text(json.dumps(data))

    async def async_step_user(self, user_input=None):
        known = self._load(user_input["device"])  # CNC103
        self._save(user_input["device"], {**known, **user_input})  # CNC103 CNC110
        return self.async_create_entry(title=user_input["device"], data=known)

    async def async_step_import(self, user_input=None):
        known = await self.hass.async_add_executor_job(self._load, user_input["device"])
        return self.async_create_entry(title=user_input["device"], data=known)
