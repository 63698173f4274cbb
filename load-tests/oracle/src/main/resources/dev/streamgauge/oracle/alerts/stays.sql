-- Who waits, since when, and when did those leave who left? By all that has been told until now. Each item has one stay in a queue
-- at most, its last; while `gone` is null it waits.
CREATE OR REPLACE TABLE request_told AS
SELECT repository, request, list_min(flatten(list(times))) AS first_told, list_max(flatten(list(times))) AS last_told,
       max(occurred_at) AS last_said FROM event WHERE type = 'ReviewChanged' GROUP BY repository, request;

-- What a review of a request knows: who approved first, when it was closed, and when it went out of the review.
CREATE OR REPLACE TABLE reviewing AS
SELECT c.repository, c.change, r.state, c.ready_at, c.opened_at, c.landed_at, c.first_review_at, c.approved_at, t.first_told, t.last_told, a.first_approved_at,
       CASE WHEN r.state = 'open' THEN least(c.landed_at, r.merged_at)
            WHEN r.state = 'closed' THEN least(c.landed_at, r.merged_at, coalesce(z.closed_at, t.last_said))
            ELSE coalesce(least(c.landed_at, r.merged_at), t.last_said) END AS out_at
FROM change AS c
JOIN request AS r ON r.repository = c.repository AND r.request = c.request
JOIN request_told AS t ON t.repository = c.repository AND t.request = c.request
LEFT JOIN (SELECT repository, request, max(closed_at) AS closed_at FROM said_of_request GROUP BY ALL) AS z
  ON z.repository = c.repository AND z.request = c.request
LEFT JOIN (SELECT repository, change, min(submitted_at) AS first_approved_at FROM review
           WHERE by_another AND by_no_machine AND approved AND in_time GROUP BY ALL) AS a
  ON a.repository = c.repository AND a.change = c.change;

-- The last pass of each through the merge queue.
CREATE OR REPLACE TABLE last_pass AS
SELECT repository, change, max(began_at) AS began_at, arg_max(ended_at, began_at) AS ended_at, arg_max(evicted, began_at) AS evicted
FROM pass GROUP BY repository, change;

-- An attempt of a build: jobs stand for their run. Its last word of `queued` and `waiting` says where it stands.
CREATE OR REPLACE TABLE attempt_told AS
SELECT repository, run_id, attempt, job, list_min(flatten(list(times))) AS first_told, list_max(flatten(list(times))) AS last_told,
       min(occurred_at) FILTER (WHERE state IN ('running', 'finished')) AS went_at,
       max({'at': occurred_at, 'gate': state = 'waiting'}) FILTER (WHERE state IN ('queued', 'waiting')) AS last_word
FROM event WHERE type = 'BuildChanged' GROUP BY repository, run_id, attempt, job;

CREATE OR REPLACE TABLE attempt AS
SELECT b.*, t.first_told, t.last_told, t.last_word, coalesce(least(b.started_at, b.final.at), t.went_at) AS gone_at,
       coalesce(t.last_word.gate, false) AND b.approved_at IS NULL
           AND coalesce(least(b.started_at, b.final.at), t.went_at) IS NULL AS at_gate
FROM build AS b JOIN attempt_told AS t ON t.repository = b.repository AND t.run_id = b.run_id AND t.attempt = b.attempt
                                      AND t.job IS NOT DISTINCT FROM b.job
ANTI JOIN (SELECT DISTINCT repository, run_id, attempt FROM build WHERE job IS NOT NULL) AS j
  ON b.job IS NULL AND j.repository = b.repository AND j.run_id = b.run_id AND j.attempt = b.attempt;

CREATE OR REPLACE TABLE gated_deploy AS
SELECT d.*, least(d.approved_at, d.started_at, d.final.at) AS went_on_at, t.first_told, t.last_told, t.moved_at
FROM deploy AS d
JOIN (SELECT repository, service, environment, deploy_id, attempt, list_min(flatten(list(times))) AS first_told,
             list_max(flatten(list(times))) AS last_told,
             min(occurred_at) FILTER (WHERE state IN ('running', 'finished')) AS moved_at
      FROM said_of_deploy GROUP BY repository, service, environment, deploy_id, attempt) AS t USING (repository, service, environment, deploy_id, attempt);

-- When the landing of a change was behind it: a green build, or the first delivery to production.
CREATE OR REPLACE TABLE integrated AS
SELECT l.repository, l.change, l.landed_at, least(g.green_at, d.delivered_at) AS at
FROM landed_change AS l
LEFT JOIN green_after AS g ON g.repository = l.repository AND g.change = l.change
LEFT JOIN (SELECT repository, change, min(delivered_at) AS delivered_at FROM delivery
           WHERE status = 'delivered' AND production GROUP BY ALL) AS d ON d.repository = l.repository AND d.change = l.change;

CREATE OR REPLACE TABLE stay AS
WITH begun AS (
    SELECT 'review.pickup' AS queue, repository, change AS item, last_told,
           coalesce(ready_at, CASE WHEN out_at IS NULL THEN coalesce(opened_at, first_told) END) AS since, least(first_review_at, out_at) AS gone
    FROM reviewing
    UNION ALL
    SELECT 'review.decision', repository, change, last_told, first_review_at, least(first_approved_at, out_at) FROM reviewing
    UNION ALL
    SELECT 'merge', r.repository, r.change, last_told,
           CASE WHEN NOT p.evicted THEN p.began_at ELSE coalesce(r.approved_at, p.began_at) END,
           CASE WHEN p.evicted AND r.approved_at IS NULL THEN least(p.ended_at, r.out_at) ELSE r.out_at END
    FROM reviewing AS r JOIN last_pass AS p ON p.repository = r.repository AND p.change = r.change
    UNION ALL
    SELECT 'merge', repository, change, last_told, approved_at, out_at FROM reviewing ANTI JOIN last_pass USING (repository, change)
    UNION ALL
    SELECT 'ci', repository, concat_ws('/', run_id, attempt, job), last_told,
           CASE WHEN at_gate THEN CASE WHEN queued_at < approval_requested_at THEN queued_at END
                ELSE coalesce(ready_at, approved_at, queued_at, CASE WHEN gone_at IS NULL THEN first_told END) END,
           CASE WHEN at_gate THEN approval_requested_at ELSE gone_at END
    FROM attempt
    WHERE gone_at IS NULL OR approval_requested_at IS NULL OR approved_at IS NOT NULL OR started_at IS NOT NULL
    UNION ALL
    SELECT 'ci.approval', repository, concat_ws('/', run_id, attempt, job), last_told,
           CASE WHEN at_gate THEN coalesce(approval_requested_at, queued_at, first_told) ELSE approval_requested_at END,
           CASE WHEN NOT at_gate THEN coalesce(approved_at, gone_at, last_word.at) END
    FROM attempt WHERE at_gate OR approval_requested_at IS NOT NULL
    UNION ALL
    SELECT 'deploy.approval', repository, concat_ws('/', deploy_id, attempt) || ' ' || service || '/' || environment, last_told,
           CASE WHEN went_on_at IS NULL AND state = 'waiting' THEN coalesce(approval_requested_at, first_created_at, first_told)
                ELSE approval_requested_at END,
           CASE WHEN went_on_at IS NOT NULL THEN went_on_at WHEN state <> 'waiting' THEN moved_at END
    FROM gated_deploy LEFT JOIN (SELECT repository, service, environment, deploy_id, attempt, min(created_at) AS first_created_at
                                 FROM said_of_deploy GROUP BY ALL) USING (repository, service, environment, deploy_id, attempt)
    WHERE approval_requested_at IS NOT NULL OR (went_on_at IS NULL AND state = 'waiting')
    UNION ALL
    SELECT 'integration', i.repository, i.change, greatest(r.last_told, i.landed_at), i.landed_at, i.at
    FROM integrated AS i LEFT JOIN reviewing AS r USING (repository, change)
    UNION ALL
    SELECT 'deploy', d.repository, d.change || ' ' || d.service || '/' || d.environment,
           greatest(d.landed_at, d.delivered_at), d.landed_at, d.delivered_at
    FROM delivery AS d
    WHERE d.landed_at IS NOT NULL AND (d.status = 'in_flight' OR (d.status = 'delivered' AND d.production))
)
SELECT * FROM begun WHERE since IS NOT NULL AND coalesce(gone >= since, true);
