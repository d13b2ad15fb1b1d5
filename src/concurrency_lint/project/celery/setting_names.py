"""The names of Celery's settings: new, old and namespaced, of every supported release."""

from __future__ import annotations

from typing import NamedTuple

# From celery.app.defaults of 5.6.3 and 5.7.0; a test compares them with the installed release.
_PLAIN = """
    azureblockblob_base_path azureblockblob_connection_timeout azureblockblob_container_name
    azureblockblob_read_timeout azureblockblob_retry_increment_base azureblockblob_retry_initial_backoff_sec
    azureblockblob_retry_max_attempts broker_channel_error_retry broker_connection_max_retries
    broker_connection_retry broker_connection_retry_on_startup broker_connection_timeout broker_failover_strategy
    broker_heartbeat broker_heartbeat_checkrate broker_host broker_login_method
    broker_native_delayed_delivery_queue_type broker_password broker_pool_acquire_timeout broker_pool_limit
    broker_port broker_read_url broker_transport broker_transport_options broker_url broker_use_ssl broker_user
    broker_vhost broker_write_url cassandra_auth_kwargs cassandra_auth_provider cassandra_bundle_path
    cassandra_entry_ttl cassandra_keyspace cassandra_options cassandra_port cassandra_read_consistency
    cassandra_servers cassandra_table cassandra_write_consistency control_exchange control_queue_durable
    control_queue_exclusive control_queue_expires control_queue_ttl cosmosdbsql_collection_name
    cosmosdbsql_consistency_level cosmosdbsql_database_name cosmosdbsql_max_retry_attempts
    cosmosdbsql_max_retry_wait_time database_create_tables_at_setup database_engine_callback database_table_schemas
    enable_utc gcs_base_path gcs_bucket gcs_project gcs_ttl result_accept_content s3_access_key_id s3_base_path
    s3_bucket s3_endpoint_url s3_region s3_secret_access_key
"""
_PREFIXED = """
    accept_content arangodb_backend_settings cache_backend cache_backend_options couchbase_backend_settings
    elasticsearch_max_retries elasticsearch_retry_on_timeout elasticsearch_save_meta_as_text elasticsearch_timeout
    event_exchange event_queue_durable event_queue_exclusive event_queue_expires event_queue_prefix event_queue_ttl
    event_serializer imports include mongodb_backend_settings redis_backend_use_ssl redis_db redis_host
    redis_max_connections redis_password redis_port redis_retry_on_timeout redis_socket_connect_timeout
    redis_socket_keepalive redis_socket_timeout redis_username result_backend result_backend_always_retry
    result_backend_base_sleep_between_retries_ms result_backend_max_retries
    result_backend_max_sleep_between_retries_ms result_backend_transport_options result_chord_expires
    result_chord_join_timeout result_chord_retry_interval result_compression result_exchange result_exchange_type
    result_extended result_failure_expires result_persistent result_serializer security_cert_store
    security_certificate security_digest security_key security_key_password task_protocol task_publish_retry
    task_publish_retry_policy task_serializer timezone worker_direct
"""
_RENAMED = """
    beat_cron_starting_deadline=CELERYBEAT_CRON_STARTING_DEADLINE
    beat_enable_remote_control=CELERYBEAT_ENABLE_REMOTE_CONTROL beat_max_loop_interval=CELERYBEAT_MAX_LOOP_INTERVAL
    beat_remote_control_max_tick_age=CELERYBEAT_REMOTE_CONTROL_MAX_TICK_AGE beat_schedule=CELERYBEAT_SCHEDULE
    beat_schedule_filename=CELERYBEAT_SCHEDULE_FILENAME beat_scheduler=CELERYBEAT_SCHEDULER
    beat_sync_every=CELERYBEAT_SYNC_EVERY database_engine_options=CELERY_RESULT_ENGINE_OPTIONS
    database_short_lived_sessions=CELERY_RESULT_DB_SHORT_LIVED_SESSIONS
    database_table_names=CELERY_RESULT_DB_TABLENAMES database_url=CELERY_RESULT_DBURI
    result_cache_max=CELERY_MAX_CACHED_RESULTS result_expires=CELERY_TASK_RESULT_EXPIRES
    task_acks_late=CELERY_ACKS_LATE task_acks_on_failure=CELERY_ACKS_ON_FAILURE
    task_acks_on_failure_or_timeout=CELERY_ACKS_ON_FAILURE_OR_TIMEOUT task_acks_on_timeout=CELERY_ACKS_ON_TIMEOUT
    task_allow_error_cb_on_chord_header=CELERY_ALLOW_ERROR_CB_ON_CHORD_HEADER task_always_eager=CELERY_ALWAYS_EAGER
    task_annotations=CELERY_ANNOTATIONS task_compression=CELERY_MESSAGE_COMPRESSION
    task_create_missing_queue_exchange_type=CELERY_CREATE_MISSING_QUEUE_EXCHANGE_TYPE
    task_create_missing_queue_type=CELERY_CREATE_MISSING_QUEUE_TYPE
    task_create_missing_queues=CELERY_CREATE_MISSING_QUEUES task_default_delivery_mode=CELERY_DEFAULT_DELIVERY_MODE
    task_default_exchange=CELERY_DEFAULT_EXCHANGE task_default_exchange_type=CELERY_DEFAULT_EXCHANGE_TYPE
    task_default_priority=CELERY_DEFAULT_PRIORITY task_default_queue=CELERY_DEFAULT_QUEUE
    task_default_queue_type=CELERY_DEFAULT_QUEUE_TYPE task_default_rate_limit=CELERY_DEFAULT_RATE_LIMIT
    task_default_routing_key=CELERY_DEFAULT_ROUTING_KEY task_eager_propagates=CELERY_EAGER_PROPAGATES_EXCEPTIONS
    task_ignore_result=CELERY_IGNORE_RESULT task_inherit_parent_priority=CELERY_INHERIT_PARENT_PRIORITY
    task_queue_max_priority=CELERY_QUEUE_MAX_PRIORITY task_queues=CELERY_QUEUES
    task_reject_on_worker_lost=CELERY_REJECT_ON_WORKER_LOST task_remote_tracebacks=CELERY_REMOTE_TRACEBACKS
    task_repr_maxlevels=CELERY_REPR_MAXLEVELS task_retry_on_worker_lost=CELERY_RETRY_ON_WORKER_LOST
    task_routes=CELERY_ROUTES task_send_sent_event=CELERY_SEND_TASK_SENT_EVENT
    task_soft_time_limit=CELERYD_TASK_SOFT_TIME_LIMIT task_store_eager_result=CELERY_STORE_EAGER_RESULT
    task_store_errors_even_if_ignored=CELERY_STORE_ERRORS_EVEN_IF_IGNORED task_time_limit=CELERYD_TASK_TIME_LIMIT
    task_track_started=CELERY_TRACK_STARTED worker_agent=CELERYD_AGENT worker_autoscaler=CELERYD_AUTOSCALER
    worker_cancel_long_running_tasks_on_connection_loss=CELERYD_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS
    worker_concurrency=CELERYD_CONCURRENCY worker_consumer=CELERYD_CONSUMER
    worker_deduplicate_successful_tasks=CELERYD_DEDUPLICATE_SUCCESSFUL_TASKS
    worker_detect_quorum_queues=CELERYD_DETECT_QUORUM_QUEUES worker_disable_prefetch=CELERYD_DISABLE_PREFETCH
    worker_disable_rate_limits=CELERY_DISABLE_RATE_LIMITS
    worker_enable_prefetch_count_reduction=CELERYD_ENABLE_PREFETCH_COUNT_REDUCTION
    worker_enable_remote_control=CELERY_ENABLE_REMOTE_CONTROL
    worker_enable_soft_shutdown_on_idle=CELERYD_ENABLE_SOFT_SHUTDOWN_ON_IDLE
    worker_eta_task_limit=CELERYD_ETA_TASK_LIMIT worker_hijack_root_logger=CELERYD_HIJACK_ROOT_LOGGER
    worker_log_color=CELERYD_LOG_COLOR worker_log_datefmt=CELERYD_LOG_DATEFMT worker_log_format=CELERYD_LOG_FORMAT
    worker_lost_wait=CELERYD_WORKER_LOST_WAIT worker_max_memory_per_child=CELERYD_MAX_MEMORY_PER_CHILD
    worker_max_tasks_per_child=CELERYD_MAX_TASKS_PER_CHILD worker_pool=CELERYD_POOL
    worker_pool_putlocks=CELERYD_POOL_PUTLOCKS worker_pool_restarts=CELERYD_POOL_RESTARTS
    worker_pool_start_method=CELERYD_POOL_START_METHOD worker_prefetch_multiplier=CELERYD_PREFETCH_MULTIPLIER
    worker_proc_alive_timeout=CELERYD_PROC_ALIVE_TIMEOUT worker_redirect_stdouts=CELERY_REDIRECT_STDOUTS
    worker_redirect_stdouts_level=CELERY_REDIRECT_STDOUTS_LEVEL worker_send_task_events=CELERY_SEND_EVENTS
    worker_soft_shutdown_timeout=CELERYD_SOFT_SHUTDOWN_TIMEOUT worker_state_db=CELERYD_STATE_DB
    worker_task_log_datefmt=CELERYD_TASK_LOG_DATEFMT worker_task_log_format=CELERYD_TASK_LOG_FORMAT
    worker_timer=CELERYD_TIMER worker_timer_precision=CELERYD_TIMER_PRECISION
"""

OLD_NAMES: dict[str, str] = {
    **{name: name.upper() for name in _PLAIN.split()},
    **{name: f"CELERY_{name.upper()}" for name in _PREFIXED.split()},
    **dict(pair.split("=") for pair in _RENAMED.split()),
}
"""For each setting, the name that it had before Celery 4."""
_NEW_NAMES = {old: new for new, old in OLD_NAMES.items()}
SETTINGS = frozenset(OLD_NAMES)

FROM_SETTING = {
    "acks_late": "task_acks_late",
    "acks_on_failure_or_timeout": "task_acks_on_failure_or_timeout",
    "ignore_result": "task_ignore_result",
    "priority": "task_default_priority",
    "rate_limit": "task_default_rate_limit",
    "reject_on_worker_lost": "task_reject_on_worker_lost",
    "serializer": "task_serializer",
    "store_eager_result": "task_store_eager_result",
    "store_errors_even_if_ignored": "task_store_errors_even_if_ignored",
    "track_started": "task_track_started",
}
"""Task options that fall back to a setting, and that setting."""
NEWER_FROM_SETTING = {
    "acks_on_failure": "task_acks_on_failure",
    "acks_on_timeout": "task_acks_on_timeout",
    "retry_on_worker_lost": "task_retry_on_worker_lost",
}
"""The same for options that 5.7 brought."""
LIMITS = {"time_limit": "task_time_limit", "soft_time_limit": "task_soft_time_limit"}
"""Limits that the worker's pool takes from a setting where the task has none."""

CONSTRUCTOR = {
    "broker": "broker_url",
    "backend": "result_backend",
    "include": "include",
    "accept_content": "accept_content",
}
"""Parameters of an app's constructor that stand for a setting of another name."""
CONSTRUCTOR_OWN = frozenset(
    {
        "main", "loader", "amqp", "events", "log", "control", "set_as_current", "tasks", "changes", "config_source",
        "fixups", "task_cls", "autofinalize", "namespace", "strict_typing", "preserve_context", "autoset_as_current",
        "annotations", "queues", "results",
    }
)  # fmt: skip
"""Parameters of an app's constructor that are no settings."""

_OPTIONS = """
    name base bind app abstract acks_late acks_on_failure_or_timeout acks_on_failure acks_on_timeout autoretry_for
    dont_autoretry_for retry_kwargs retry_backoff retry_backoff_max retry_jitter max_retries default_retry_delay
    time_limit soft_time_limit rate_limit ignore_result track_started serializer throws typing expires priority queue
    exchange routing_key delivery_mode compression mandatory immediate store_errors_even_if_ignored
    store_eager_result reject_on_worker_lost retry_on_worker_lost send_events trail backend Strategy Request
    resultrepr_maxsize request_stack shared lazy filter pydantic pydantic_strict pydantic_context
    pydantic_dump_kwargs after_return before_start on_failure on_retry on_success on_replace on_bound shadow_name
    from_config options run_every relative restart_strategy link link_error headers shadow retry_policy publisher
    connection producer accept_magic_kwargs error_whitelist disable_error_emails send_error_emails start_strategy
    subtask_from_request
"""
TASK_OPTIONS = frozenset(_OPTIONS.split())
"""What a task's decorator understands, in any supported release."""


class Meaning(NamedTuple):
    """What a key of a source of configuration sets; `style` is new, old or namespaced."""

    setting: str
    style: str


def meanings(key: str, namespace: str) -> tuple[Meaning, ...]:
    """The setting that a key sets, if any, in a source read with `namespace`.

    Without one, lower-case new names and upper-case old names count. With one, `NAMESPACE_NEW_NAME` counts, and so do
    lower-case new names.
    """
    if key in SETTINGS:
        return (Meaning(key, "new"),)
    if namespace:
        prefix = f"{namespace.upper()}_" if not namespace.endswith("_") else namespace.upper()
        rest = key.removeprefix(prefix)
        if rest != key and rest.isupper() and rest.lower() in SETTINGS:
            return (Meaning(rest.lower(), "namespaced"),)
        return ()
    return (Meaning(_NEW_NAMES[key], "old"),) if key in _NEW_NAMES else ()


def new_name(old: str) -> str | None:
    """The setting that an old upper-case name stands for."""
    return _NEW_NAMES.get(old)
