celery -A tasks worker --pool=gevent
