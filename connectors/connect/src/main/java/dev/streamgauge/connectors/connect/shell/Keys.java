package dev.streamgauge.connectors.connect.shell;

/** The names of the connectors' settings. */
public final class Keys {

    public static final String URL = "url";
    public static final String USER = "user";
    public static final String TOKEN = "token";
    public static final String REPOSITORIES = "repositories";
    public static final String ORGANISATIONS = "organisations";
    public static final String EXCLUDED = "repositories.exclude";
    public static final String ARCHIVED = "repositories.archived";
    public static final String DISCOVERY = "discovery.interval.minutes";
    public static final String STREAMS = "streams";
    public static final String WEBHOOK = "webhook.url";
    public static final String RULES = "rules.file";
    public static final String SINCE = "since";
    public static final String INTERVAL = "poll.interval.seconds";
    public static final String LOOKBACK = "lookback.hours";
    public static final String TIMEOUT = "request.timeout.seconds";
    public static final String RESERVE = "rate.limit.reserve";
    public static final String PREFIX = "topic.prefix";

    /** What a connector tells its tasks: the repositories of each, a line each. */
    static final String TASK_REPOSITORIES = "task.repositories";
    /** And the provider. */
    static final String TASK_PROVIDER = "task.provider";

    private Keys() {}
}
