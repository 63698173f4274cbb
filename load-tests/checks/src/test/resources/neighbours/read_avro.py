"""Reads a topic to its end with Confluent's own Avro consumer: each value as JSON, a line each.

Arguments: broker, authority's certificate, user, password, registry, topic. Needs python3-confluent-kafka, python3-avro, python3-requests.
"""
import json
import sys

from confluent_kafka import KafkaError
from confluent_kafka.avro import AvroConsumer

broker, authority, user, password, registry, topic = sys.argv[1:]
consumer = AvroConsumer({
    "bootstrap.servers": broker,
    "security.protocol": "SASL_SSL",
    "ssl.ca.location": authority,
    "sasl.mechanism": "PLAIN",
    "sasl.username": user,
    "sasl.password": password,
    "schema.registry.url": registry,
    "group.id": user + "-python",
    "auto.offset.reset": "earliest",
    "enable.auto.commit": False,
    "enable.partition.eof": True,
    "isolation.level": "read_committed",
})
partitions = len(consumer.list_topics(topic).topics[topic].partitions)
consumer.subscribe([topic])
ended = set()
while len(ended) < partitions:
    message = consumer.poll(30)
    if message is None:
        sys.exit("nothing came for half a minute")
    if message.error():
        if message.error().code() != KafkaError._PARTITION_EOF:
            sys.exit(str(message.error()))
        ended.add(message.partition())
    else:
        print(json.dumps([message.key(), message.value()], default=str))
consumer.close()
