-- How often did main's builds succeed, per workflow and for all (*), per window of their finish?
CREATE OR REPLACE TABLE main_branch_window AS
SELECT repository, unnest([workflow, '*']) AS workflow, size, window_start(size, finished_at) AS starts, outcome, succeeded, failed
FROM main_build CROSS JOIN window_size;

CREATE OR REPLACE VIEW main_branch AS
SELECT repository, workflow, size AS "window", iso(starts) AS window_start,
       count_if(succeeded OR failed) AS count, count_if(succeeded) AS successes, count_if(failed) AS failures,
       CASE WHEN count_if(succeeded OR failed) > 0
            THEN CAST(count_if(succeeded) AS DOUBLE) / count_if(succeeded OR failed) END AS run_success_rate,
       count_if(coalesce(outcome = 'cancelled', false)) AS excluded_cancelled,
       count_if(coalesce(outcome = 'skipped', false)) AS excluded_skipped,
       count_if(coalesce(outcome = 'neutral', false)) AS excluded_neutral,
       count_if(coalesce(outcome = 'stale', false)) AS excluded_stale,
       count_if(coalesce(outcome = 'infrastructure_error', false)) AS excluded_infrastructure_error,
       '1' AS definition
FROM main_branch_window
WHERE succeeded OR failed OR outcome IN ('cancelled', 'skipped', 'neutral', 'stale', 'infrastructure_error')
GROUP BY repository, workflow, size, starts;
