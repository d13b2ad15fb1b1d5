from app.events import Bus, Changed
def test_publish(publisher):
    publisher.create_topic(name="projects/audit/topics/changes")
    assert Bus("audit").publish("changes", Changed(event_id="1", table="orders"))
