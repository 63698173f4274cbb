-- What is on its way to production, and what runs in each lane? An unfinished deploy that has begun may bring a change.
CREATE OR REPLACE TABLE unfinished AS SELECT * FROM placed_deploy WHERE state <> 'finished';

CREATE OR REPLACE TABLE brought AS
SELECT repository, change, service, environment, min(started_at) AS started_at FROM (
    SELECT w.repository, w.change, w.service, w.environment, u.started_at
    FROM delivery AS w JOIN unfinished AS u USING (repository, service, environment)
    WHERE w.status = 'in_flight' AND u.place >= w.place
    UNION ALL
    SELECT w.repository, w.change, w.service, w.environment, u.started_at
    FROM unfinished AS u JOIN owned AS o USING (repository, sha)
    JOIN delivery AS w ON w.repository = o.repository AND w.change = o.change
                      AND w.service = u.service AND w.environment = u.environment
    WHERE w.status = 'in_flight'
) WHERE started_at IS NOT NULL GROUP BY ALL;

CREATE OR REPLACE TABLE in_flight AS
SELECT w.repository, w.change, w.service, w.environment, w.place, w.landed_at,
       CASE WHEN b.started_at IS NOT NULL THEN 'deploy_run' WHEN g.green_at IS NOT NULL THEN 'deploy_wait' ELSE 'integration' END AS open_stage,
       coalesce(b.started_at, g.green_at, w.landed_at) AS open_since
FROM delivery AS w
LEFT JOIN brought AS b USING (repository, change, service, environment)
LEFT JOIN green_after AS g USING (repository, change)
WHERE w.status = 'in_flight';

CREATE OR REPLACE VIEW deliveries AS
SELECT repository, change, service, environment, status, deploy_id, deploy_attempt, deployed_sha, evidence,
       iso(first_authored_at) AS first_authored_at, iso(d.landed_at) AS landed_at, iso(delivered_at) AS delivered_at,
       delivery_lead_time_ms, change_lead_time_ms, coding_ms, pickup_ms, review_ms, merge_ms, integration_ms, deploy_wait_ms,
       deploy_run_ms, merge_queue_ms, approval_wait_ms, coalesce(absent_stages, []) AS absent_stages,
       open_stage, iso(open_since) AS open_since, ai_evidence,
       CASE WHEN status = 'baseline' THEN ['baseline'] ELSE list_filter([
           CASE WHEN before_landing THEN 'before_landing' END,
           CASE WHEN clock_skew THEN 'clock_skew' END,
           CASE WHEN no_author_date THEN 'no_author_date' END], lambda reason: reason IS NOT NULL) END AS excluded,
       '1' AS definition
FROM timed_delivery AS d
LEFT JOIN stages USING (repository, change, service, environment)
LEFT JOIN in_flight USING (repository, change, service, environment);

CREATE OR REPLACE TABLE running AS
FROM success QUALIFY nth = max(nth) OVER (PARTITION BY repository, service, environment);

CREATE OR REPLACE TABLE waiting AS
SELECT repository, service, environment, count(*) AS changes, arg_min(change, {'p': place, 'c': change}) AS oldest, min(landed_at) AS since
FROM in_flight GROUP BY ALL;

-- What came first holds the lane; of what has no known time nobody can say that.
CREATE OR REPLACE TABLE holding AS
FROM unfinished QUALIFY row_number() OVER (PARTITION BY repository, service, environment
                                           ORDER BY known_since NULLS LAST, deploy_id, attempt) = 1;

CREATE OR REPLACE VIEW lanes AS
SELECT repository, service, environment, l.production, r.deploy_id AS running_deploy_id, r.attempt AS running_attempt,
       r.sha AS running_sha, iso(r.finished_at) AS running_since, coalesce(w.changes, 0) AS waiting_changes,
       w.oldest AS oldest_waiting_change, iso(w.since) AS waiting_since, h.deploy_id AS holding_deploy_id,
       h.attempt AS holding_attempt, h.state AS holding_state, iso(h.known_since) AS holding_since, '1' AS definition
FROM (SELECT DISTINCT repository, service, environment, production FROM deploy) AS l
LEFT JOIN running AS r USING (repository, service, environment)
LEFT JOIN waiting AS w USING (repository, service, environment)
LEFT JOIN holding AS h USING (repository, service, environment);
