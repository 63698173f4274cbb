-- When was main red, per repository and workflow?
-- A failure opens unless a success at a greater position was known earlier: then it was overtaken.
CREATE OR REPLACE TABLE judged AS
SELECT *, failed AND coalesce(min(t) FILTER (WHERE succeeded) OVER further >= t, true) AS opens,
       count(*) FILTER (WHERE failed) OVER (PARTITION BY walk ORDER BY nth) AS failures_so_far
FROM step
WINDOW further AS (PARTITION BY walk ORDER BY place RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);

-- From each step: the next failure that opens, if main is green after it.
CREATE OR REPLACE TABLE path AS
SELECT walk, nth, t, succeeded, first_value(CASE WHEN opens THEN {'nth': nth, 't': t} END IGNORE NULLS) OVER later AS next_red
FROM judged
WINDOW later AS (PARTITION BY walk ORDER BY nth ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);

-- Main begins green, as after an imagined step 0. Each turn: the next failure that opens, and the success that ends it:
-- later in the walk, not earlier in time; of those the earliest in time, then in the walk. From there it goes on.
CREATE OR REPLACE TABLE red_span AS
WITH RECURSIVE turn(walk, red, green, next_red) AS (
    SELECT walk, CAST(NULL AS BIGINT), CAST(0 AS BIGINT), arg_min({'nth': nth, 't': t}, nth)
    FROM judged WHERE opens GROUP BY walk
    UNION ALL
    SELECT turn.walk, turn.next_red.nth, arg_min(s.nth, {'t': s.t, 'nth': s.nth}),
           arg_min({'next': s.next_red}, {'t': s.t, 'nth': s.nth}).next
    FROM turn
    LEFT JOIN path AS s ON s.walk = turn.walk AND s.succeeded AND s.nth > turn.next_red.nth AND s.t >= turn.next_red.t
    WHERE turn.next_red IS NOT NULL GROUP BY turn.walk, turn.next_red
)
SELECT walk, red, green FROM turn WHERE red IS NOT NULL;

-- `failures` and `attempts`: from the opener up to the end; all later ones while still red.
CREATE OR REPLACE TABLE episode AS
SELECT r.repository, r.workflow, r.run_id AS red_run_id, r.attempt AS red_attempt, r.sha AS red_sha, r.t AS started_at,
       g.sha AS green_sha, g.run_id AS green_run_id, g.attempt AS green_attempt, g.t AS ended_at, g.t - r.t AS ms,
       coalesce(g.failures_so_far, total.failures) - r.failures_so_far + 1 AS failures,
       coalesce(g.nth, total.steps) - r.nth + 1 AS attempts, r.required
FROM red_span AS e
JOIN judged AS r ON r.walk = e.walk AND r.nth = e.red
JOIN (SELECT walk, count_if(failed) AS failures, count(*) AS steps FROM judged GROUP BY walk) AS total ON total.walk = e.walk
LEFT JOIN judged AS g ON g.walk = e.walk AND g.nth = e.green;

CREATE OR REPLACE VIEW red_episodes AS
SELECT repository, workflow, red_run_id, red_attempt, red_sha, iso(started_at) AS started_at, green_sha, green_run_id,
       green_attempt, iso(ended_at) AS ended_at, ms AS time_to_green_ms, failures, attempts, red_changes, '1' AS definition
FROM episode JOIN (SELECT repository, sha AS red_sha, list_sort(list(change)) AS red_changes FROM landed_as GROUP BY ALL)
USING (repository, red_sha);
