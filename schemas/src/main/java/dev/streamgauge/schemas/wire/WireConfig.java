package dev.streamgauge.schemas.wire;

/** The keys of the serdes' configuration. They are named as in Confluent's clients where those have them. */
public final class WireConfig {

    /** The registry's addresses, separated by commas. They are tried in turn. */
    public static final String URL = "schema.registry.url";
    /** {@code USER_INFO}: {@link #USER_INFO} holds {@code user:password}. */
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    /** {@code user:password}. Secret. */
    public static final String USER_INFO = "basic.auth.user.info";
    /** A bearer token. Secret. */
    public static final String BEARER_TOKEN = "bearer.auth.token";
    /** What the names of Kafka's own {@code ssl.*} settings follow, for the registry: trust store, key store and so on. */
    public static final String SSL_PREFIX = "schema.registry.";
    /** Whether the serializer registers its schema; otherwise it only looks it up. Default: true. */
    public static final String AUTO_REGISTER = "auto.register.schemas";
    /** For how long a call to the registry is retried, in milliseconds. Default: 60000. */
    public static final String RETRY_MS = "schema.registry.retry.ms";
    /** How long one attempt of a call may take, in milliseconds. Default: 10000. */
    public static final String REQUEST_TIMEOUT_MS = "schema.registry.request.timeout.ms";
    /** The class name of a serializer to use instead of {@link AvroSerializer}. */
    public static final String SERIALIZER = "avro.serializer";
    /** The class name of a deserializer to use instead of {@link AvroDeserializer}. */
    public static final String DESERIALIZER = "avro.deserializer";

    private WireConfig() {}
}
