-- How much got through, per branch class and window? Each commit counts where its first run finished.
CREATE OR REPLACE TABLE throughput_entry AS
SELECT repository, branch_class, finished_at, succeeded, failed,
       row_number() OVER (PARTITION BY repository, branch_class, sha ORDER BY finished_at) = 1 AS is_first
FROM (SELECT *, CASE WHEN on_main THEN 'main' WHEN "trigger" = 'merge_group' THEN 'merge_queue' ELSE 'feature' END AS branch_class
      FROM finished_build WHERE job IS NULL);

CREATE OR REPLACE VIEW throughput AS
SELECT scope, name, branch_class, size AS "window", iso(window_start(size, finished_at)) AS window_start, count(*) AS runs,
       count_if(succeeded) AS successes, count_if(failed) AS failures, count_if(is_first) AS commits, '1' AS definition
FROM throughput_entry JOIN belongs USING (repository) CROSS JOIN window_size GROUP BY ALL;

-- And through the merge queue, per window of a pass's end? A pass that goes on counts as left out, where it began.
CREATE OR REPLACE TABLE merge_queue_window AS
SELECT scope, name, size, window_start(size, coalesce(ended_at, began_at)) AS starts, spread(ended_at - began_at) AS lasted,
       count_if(landed AND NOT evicted) AS landed, count_if(evicted) AS evicted, count_if(ended_at IS NULL) AS still_open
FROM pass JOIN belongs USING (repository) CROSS JOIN window_size GROUP BY ALL;

CREATE OR REPLACE VIEW merge_queue AS
SELECT scope, name, size AS "window", iso(starts) AS window_start, lasted.n AS passes, landed, evicted AS evictions,
       lasted.total AS sum_ms, mean_half_up(lasted.total, lasted.n) AS mean_ms,
       nearest_rank(lasted.sorted, 50) AS p50_ms, nearest_rank(lasted.sorted, 75) AS p75_ms,
       nearest_rank(lasted.sorted, 90) AS p90_ms, nearest_rank(lasted.sorted, 95) AS p95_ms, lasted.sorted[-1] AS max_ms,
       still_open AS excluded_open, '1' AS definition
FROM merge_queue_window;
