-- What does each rule measure at each look? What is not in `measured` is not there: then no condition holds.
CREATE OR REPLACE MACRO hour_ms() AS CAST(3600000 AS BIGINT);

-- What left more than an hour ago, and what was forgotten, is not counted.
CREATE OR REPLACE TABLE queue_now AS
SELECT repository, queue, look, count_if(waits) AS depth, min(since) FILTER (WHERE waits) AS oldest_since,
       count(*) FILTER (WHERE since > now - hour_ms() AND since <= now) AS arrivals,
       count(*) FILTER (WHERE gone > now - hour_ms() AND gone <= now) AS departures
FROM (SELECT v.repository, s.queue, v.look, v.now, s.since, s.gone, s.gone IS NULL AND s.last_told + expiry_ms(s.queue) > v.now AS waits
      FROM (SELECT * FROM stay SEMI JOIN alert_rule USING (queue)) AS s
      JOIN seen AS v ON v.name = s.repository AND v.now < s.last_told + 2 * expiry_ms(s.queue)
                    AND (s.gone IS NULL OR s.gone > v.now - hour_ms() OR s.since > v.now - hour_ms()))
GROUP BY repository, queue, look;

-- The queues of teams and organisations: what they have heard of those of their repositories. They hear nothing of a repository that
-- is not judged, and to the minute since when something waits.
CREATE OR REPLACE TABLE group_queue AS
SELECT r.level, b.name, q.queue, v.look, sum(q.depth) AS depth, min(q.oldest_since) // 60000 * 60000 AS oldest_since,
       sum(q.arrivals) AS arrivals, sum(q.departures) AS departures
FROM (SELECT DISTINCT level, queue FROM alert_rule WHERE level <> 'repository') AS r
JOIN belongs_at AS b ON b.level = r.level
JOIN seen AS v ON v.repository = b.repository AND v.look BETWEEN b.from_look AND b.to_look
LEFT JOIN hold AS h ON h.repository = v.repository AND v.look - getvariable('later') BETWEEN h.since AND h.until
JOIN queue_now AS q ON q.repository = v.repository AND q.queue = r.queue AND q.look = coalesce(h.since - 1, v.look - getvariable('later'))
GROUP BY ALL;

CREATE OR REPLACE TABLE any_queue AS
SELECT 'repository' AS level, repository AS name, * EXCLUDE (repository) FROM queue_now
UNION ALL BY NAME
FROM group_queue;

CREATE OR REPLACE TABLE counted_build AS SELECT repository AS name, workflow, finished_at, succeeded FROM main_build WHERE succeeded OR failed;

-- How many builds of each workflow finished in the windows of a rule, and how many of them were successes.
CREATE OR REPLACE TABLE built AS
SELECT r.rule, r.kind, r.minimum, r.objective, v.repository, b.workflow, v.look,
       count_if(b.finished_at > v.now - r.window_ms) AS n, count_if(b.succeeded AND b.finished_at > v.now - r.window_ms) AS good,
       count_if(b.finished_at > v.now - r.long_ms) AS long_n, count_if(b.succeeded AND b.finished_at > v.now - r.long_ms) AS long_good,
       count_if(b.finished_at > v.now - r.short_ms) AS short_n, count_if(b.succeeded AND b.finished_at > v.now - r.short_ms) AS short_good
FROM (FROM alert_rule WHERE kind IN ('success_rate', 'burn_rate')) AS r
CROSS JOIN counted_build AS b
JOIN seen AS v ON v.name = b.name AND b.finished_at <= v.now AND b.finished_at > v.now - greatest(r.window_ms, r.long_ms, r.short_ms)
GROUP BY ALL;

CREATE OR REPLACE TABLE measured AS
SELECT r.rule, q.name AS repository, q.queue AS about, q.look,
       CAST(CASE r.kind WHEN 'depth' THEN q.depth WHEN 'age' THEN coalesce(greatest(l.now - q.oldest_since, 0), 0) WHEN 'growth' THEN q.arrivals - q.departures
            WHEN 'wait' THEN CASE WHEN q.depth = 0 THEN 0 WHEN q.departures = 0 THEN greatest(l.now - q.oldest_since, 0)
                                  ELSE (2 * q.depth * hour_ms() + q.departures) // (2 * q.departures) END END AS DOUBLE) AS value
FROM alert_rule AS r JOIN any_queue AS q ON q.queue = r.queue AND q.level = r.level JOIN look AS l USING (look)
WHERE fits(r.team, q.name) AND fits(r.organisation, q.name) AND r.kind IN ('depth', 'age', 'growth', 'wait')
UNION ALL
SELECT r.rule, v.repository, e.workflow, v.look, CAST(any_value(v.now) - min(e.started_at) AS DOUBLE)
FROM (FROM alert_rule WHERE kind = 'red_for') AS r CROSS JOIN (FROM episode WHERE ended_at IS NULL) AS e
JOIN seen AS v ON v.name = e.repository GROUP BY r.rule, v.repository, e.workflow, v.look
UNION ALL
SELECT r.rule, v.repository, w.service || '/' || w.environment, v.look, CAST(v.now - greatest(w.since, n.finished_at) AS DOUBLE)
FROM (FROM alert_rule WHERE kind = 'held_lane') AS r CROSS JOIN waiting AS w
LEFT JOIN running AS n USING (repository, service, environment)
JOIN seen AS v ON v.name = w.repository
UNION ALL
SELECT r.rule, v.repository, s.source, v.look, CAST(v.now - s.heard_at AS DOUBLE)
FROM (FROM alert_rule WHERE kind = 'silent_source') AS r
CROSS JOIN (SELECT repository, source, max(received_at) AS heard_at FROM event
            WHERE type <> 'SourceChecked' GROUP BY repository, source) AS s
JOIN seen AS v ON v.name = s.repository
UNION ALL
SELECT r.rule, v.repository, l.service || '/' || l.environment, v.look, CASE WHEN s.n >= r.minimum THEN s.shift END
FROM (FROM alert_rule WHERE kind = 'bottleneck_moved') AS r CROSS JOIN (FROM lane WHERE production) AS l
JOIN seen AS v ON v.name = l.repository
LEFT JOIN lane_shift AS s ON s.name = v.name AND s.lane = l.service || '/' || l.environment AND s.week = window_start('week', v.now)
UNION ALL
SELECT rule, repository, workflow, look, CASE WHEN n >= minimum THEN good / n END FROM built WHERE kind = 'success_rate'
UNION ALL
SELECT rule, repository, workflow, look, CASE WHEN long_n < minimum THEN NULL WHEN short_n = 0 THEN 0
    ELSE least(1 - short_good / short_n, 1 - long_good / long_n) / (1 - objective) END FROM built WHERE kind = 'burn_rate';
