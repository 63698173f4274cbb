-- How long did builds wait, for what, and how long did they run? Times that are wrong by little count as equal.
CREATE OR REPLACE TABLE build_time AS
WITH timed AS (
    SELECT *, coalesce(job, '*') AS part, least(queued_at, started_at) AS since, greatest(finished_at - started_at, 0) AS run_ms,
           queued_at > started_at + tolerance() OR started_at > finished_at + tolerance() AS skewed
    FROM finished_build WHERE queued_at IS NOT NULL AND started_at IS NOT NULL
), gated AS (
    SELECT *, greatest(approval_requested_at, since) AS asked, least(coalesce(approved_at, started_at), started_at) AS answered,
           least(greatest(ready_at, since), started_at) AS ready
    FROM timed
), cut AS (
    SELECT *, CASE WHEN approval_requested_at IS NOT NULL THEN greatest(answered - asked, 0) END AS approval_ms,
           CASE WHEN ready_at IS NOT NULL
                THEN ready - since - CASE WHEN approval_requested_at IS NULL THEN 0 ELSE greatest(least(answered, ready) - asked, 0) END END AS blocked_ms
    FROM gated
)
SELECT repository, workflow, part, required, finished_at, skewed, unnest([
           {'metric': 'blocked', 'ms': CASE WHEN NOT skewed THEN blocked_ms END},
           {'metric': 'approval', 'ms': CASE WHEN NOT skewed THEN approval_ms END},
           {'metric': 'runner_queue', 'ms': CASE WHEN NOT skewed THEN started_at - since - coalesce(blocked_ms, 0) - coalesce(approval_ms, 0) END},
           {'metric': 'run', 'ms': CASE WHEN NOT skewed THEN run_ms END}], recursive := true)
FROM cut;

-- Per workflow and job; all whole runs of required workflows together are *, and what the roll-ups add.
CREATE OR REPLACE TABLE build_times_window AS
SELECT scope, name, w AS workflow, part, metric, size, window_start(size, finished_at) AS starts, spread(ms) AS lasted, count_if(skewed) AS skewed
FROM (SELECT *, unnest(CASE WHEN required AND part = '*' THEN [workflow, '*'] ELSE [workflow] END) AS w FROM build_time
      WHERE ms IS NOT NULL OR (skewed AND metric IN ('runner_queue', 'run')))
JOIN belongs USING (repository) CROSS JOIN window_size
WHERE w = '*' OR NOT rolled_up GROUP BY ALL;

CREATE OR REPLACE VIEW build_times AS
SELECT scope, name, workflow, part AS job, metric, size AS "window", iso(starts) AS window_start, lasted.n AS count, lasted.total AS sum_ms,
       mean_half_up(lasted.total, lasted.n) AS mean_ms, nearest_rank(lasted.sorted, 50) AS p50_ms, nearest_rank(lasted.sorted, 75) AS p75_ms,
       nearest_rank(lasted.sorted, 90) AS p90_ms, nearest_rank(lasted.sorted, 95) AS p95_ms, lasted.sorted[-1] AS max_ms,
       skewed AS excluded_clock_skew, '1' AS definition
FROM build_times_window;
