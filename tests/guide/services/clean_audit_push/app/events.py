from google.cloud import pubsub_v1
from opentelemetry.propagate import inject
from pydantic import BaseModel
publisher = pubsub_v1.PublisherClient()
class Changed(BaseModel):
    event_id: str
    table: str
class Bus:
    def __init__(self, project: str) -> None:
        self._project = project
    def _attributes(self, **extra: str) -> dict[str, str]:
        attributes = dict(extra)
        inject(attributes)
        return attributes
    def publish(self, topic: str, event: BaseModel) -> str:
        path = publisher.topic_path(self._project, topic)
        return publisher.publish(path, event.model_dump_json().encode(), **self._attributes(source="audit")).result(5)
