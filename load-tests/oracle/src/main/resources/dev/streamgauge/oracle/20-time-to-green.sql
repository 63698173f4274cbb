-- How long did it take to get green again, per workflow and for all that are required (*), per window of the end?
-- An episode that is still red counts as left out, where it began.
CREATE OR REPLACE TABLE time_to_green_entry AS
SELECT repository, workflow, required, 'streamgauge' AS profile, coalesce(ended_at, started_at) AS moment, ms FROM episode
UNION ALL
SELECT repository, workflow, required, 'circleci', coalesce(next_success, finished_at), next_success - finished_at
FROM (SELECT *, min(CASE WHEN succeeded THEN finished_at END) OVER (
          PARTITION BY repository, workflow ORDER BY finished_at, run_id, attempt ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_success
      FROM main_build)
CROSS JOIN setting WHERE failed AND list_contains(profiles, 'circleci');

-- The time in each window that lay in ended episodes; those of one workflow do not overlap.
CREATE OR REPLACE TABLE red_time AS
SELECT repository, workflow, size, starts, sum(least(ended_at, starts + length_ms) - greatest(started_at, starts)) AS red_ms
FROM (SELECT *, unnest(range(window_start(size, started_at), ended_at, length_ms)) AS starts
      FROM episode CROSS JOIN window_size WHERE ended_at > started_at) GROUP BY ALL;

CREATE OR REPLACE TABLE time_to_green_window AS
WITH counted AS (
    SELECT scope, name, w AS workflow, profile, size, window_start(size, moment) AS starts, spread(ms) AS lasted, count_if(ms IS NULL) AS still_red
    FROM (SELECT *, unnest(CASE WHEN required THEN [workflow, '*'] ELSE [workflow] END) AS w FROM time_to_green_entry)
    JOIN belongs USING (repository) CROSS JOIN window_size
    WHERE w = '*' OR NOT rolled_up GROUP BY ALL
), red AS (
    SELECT 'repository' AS scope, repository AS name, workflow, 'streamgauge' AS profile, size, starts, CAST(red_ms AS BIGINT) AS red_ms FROM red_time
)
SELECT scope, name, workflow, profile, size, starts, coalesce(lasted, {'n': 0, 'total': 0, 'sorted': NULL}) AS lasted,
       coalesce(still_red, 0) AS still_red, CASE WHEN scope = 'repository' AND workflow <> '*' AND profile = 'streamgauge' THEN coalesce(red_ms, 0) END AS red_ms
FROM counted FULL JOIN red USING (scope, name, workflow, profile, size, starts);

CREATE OR REPLACE VIEW time_to_green AS
SELECT scope, name, workflow, profile, size AS "window", iso(starts) AS window_start,
       lasted.n AS count, lasted.total AS sum_ms, mean_half_up(lasted.total, lasted.n) AS mean_ms,
       nearest_rank(lasted.sorted, 50) AS p50_ms, nearest_rank(lasted.sorted, 75) AS p75_ms,
       nearest_rank(lasted.sorted, 90) AS p90_ms, nearest_rank(lasted.sorted, 95) AS p95_ms, lasted.sorted[-1] AS max_ms,
       still_red AS excluded_open, red_ms, rate(red_ms, length_ms) AS red_share, '1' AS definition
FROM time_to_green_window JOIN window_size USING (size);
