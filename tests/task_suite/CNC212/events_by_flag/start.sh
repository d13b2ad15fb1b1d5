#!/bin/sh
exec celery -A app worker -E -l info
