task_time_limit = 25
broker_url = "redis://localhost"
