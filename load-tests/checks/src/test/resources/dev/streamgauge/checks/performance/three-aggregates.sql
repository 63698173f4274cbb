-- The three aggregates of the peers, of a repository's days (UTC), over a table "event" of what they read.
WITH landing AS (
    SELECT repository, "after" AS sha, min(occurred_at) AS moment
    FROM event
    WHERE type = 'CommitPushed' AND branch = default_branch
    GROUP BY ALL),
delivery AS (
    SELECT repository, sha, min(finished_at) AS moment
    FROM event
    WHERE type = 'DeployChanged' AND environment = 'production' AND state = 'finished' AND outcome = 'success'
        AND finished_at IS NOT NULL
    GROUP BY ALL),
build AS (
    SELECT repository, run_id, attempt, min(finished_at) AS moment, any_value(outcome) = 'success' AS good,
        any_value(sha) AS sha, any_value(workflow) AS workflow
    FROM event
    WHERE type = 'BuildChanged' AND job IS NULL AND head_repository IS NULL AND "trigger" IN ('push', 'schedule')
        AND branch = default_branch AND state = 'finished' AND finished_at IS NOT NULL
        AND outcome IN ('success', 'failure', 'timed_out', 'startup_failure')
    GROUP BY ALL),
repaired AS (
    SELECT repository, sha, workflow, min(moment) FILTER (WHERE NOT good) AS red, min(moment) FILTER (WHERE good) AS green
    FROM build
    GROUP BY ALL
    HAVING green > red),
part AS (
    SELECT 'lead-time' AS metric, repository, delivery.moment AS moment, delivery.moment - landing.moment AS amount
    FROM landing JOIN delivery USING (repository, sha)
    WHERE delivery.moment >= landing.moment
    UNION ALL
    SELECT 'main-builds', repository, moment, CAST(good AS BIGINT) FROM build
    UNION ALL
    SELECT 'time-to-green', repository, green, green - red FROM repaired)
SELECT metric || '|' || repository || '|' || strftime(epoch_ms(moment), '%Y-%m-%d') AS name, count(*) AS n, CAST(sum(amount) AS BIGINT) AS total
FROM part
GROUP BY name
