package dev.streamgauge.peers;

import java.util.List;

/** The three aggregates in SQL. A day is its number since 1970. */
final class Queries {

    /** A query under the name by which others select from it. */
    record View(String name, String query) {}

    /** Each selects from {@code landings}, {@code deliveries}, {@code builds}, or from those before it. */
    static final List<View> VIEWS = List.of(
            new View("landed", """
                    SELECT repository, sha, MIN(moment) AS landed_at
                    FROM landings
                    GROUP BY repository, sha
                    """), new View("delivered", """
                    SELECT repository, sha, MIN(moment) AS delivered_at
                    FROM deliveries
                    GROUP BY repository, sha
                    """), new View("main_builds", """
                    SELECT repository, run, attempt, success, MIN(moment) AS finished_at
                    FROM builds
                    GROUP BY repository, run, attempt, success
                    """), new View("spells", """
                    SELECT repository, sha, workflow,
                        MIN(moment) FILTER (WHERE NOT success) AS red_at,
                        MIN(moment) FILTER (WHERE success) AS green_at
                    FROM builds
                    GROUP BY repository, sha, workflow
                    """));

    /** Metric, repository, day, count, sum. */
    static final String AGGREGATES = """
            SELECT CAST('lead-time' AS STRING), d.repository, d.delivered_at / 86400000,
                COUNT(*), SUM(d.delivered_at - l.landed_at)
            FROM delivered AS d JOIN landed AS l ON d.repository = l.repository AND d.sha = l.sha
            WHERE d.delivered_at >= l.landed_at
            GROUP BY d.repository, d.delivered_at / 86400000
            UNION ALL
            SELECT CAST('main-builds' AS STRING), repository, finished_at / 86400000,
                COUNT(*), COUNT(*) FILTER (WHERE success)
            FROM main_builds
            GROUP BY repository, finished_at / 86400000
            UNION ALL
            SELECT CAST('time-to-green' AS STRING), repository, green_at / 86400000,
                COUNT(*), SUM(green_at - red_at)
            FROM spells
            WHERE green_at > red_at
            GROUP BY repository, green_at / 86400000
            """;

    private Queries() {}
}
