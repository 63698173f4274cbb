-- How long did it take to get green again, per workflow and for all (*), per window of the end?
-- An episode that is still red counts as left out, where it began.
CREATE OR REPLACE TABLE time_to_green_window AS
SELECT repository, workflow, size, window_start(size, moment) AS starts, count(ms) AS n, coalesce(sum(ms), 0) AS total,
       list_sort(list(ms) FILTER (WHERE ms IS NOT NULL)) AS sorted, count_if(ms IS NULL) AS still_red
FROM (SELECT repository, unnest([workflow, '*']) AS workflow, coalesce(ended_at, started_at) AS moment, ms FROM episode)
CROSS JOIN window_size GROUP BY ALL;

CREATE OR REPLACE VIEW time_to_green AS
SELECT repository, workflow, size AS "window", iso(starts) AS window_start,
       n AS count, CAST(total AS BIGINT) AS sum_ms, mean_half_up(total, n) AS mean_ms,
       nearest_rank(sorted, 50) AS p50_ms, nearest_rank(sorted, 75) AS p75_ms,
       nearest_rank(sorted, 90) AS p90_ms, nearest_rank(sorted, 95) AS p95_ms, sorted[-1] AS max_ms,
       still_red AS excluded_open, '1' AS definition
FROM time_to_green_window;
