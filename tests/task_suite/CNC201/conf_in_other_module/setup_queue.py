from worker import app

app.conf.task_acks_late = True
