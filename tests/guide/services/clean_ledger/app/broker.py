from faststream import FastStream
from faststream.kafka import KafkaBroker
from faststream.kafka.opentelemetry import KafkaTelemetryMiddleware
from opentelemetry.sdk.trace import TracerProvider
broker = KafkaBroker("kafka:9092", middlewares=(KafkaTelemetryMiddleware(tracer_provider=TracerProvider()),))
app = FastStream(broker)
