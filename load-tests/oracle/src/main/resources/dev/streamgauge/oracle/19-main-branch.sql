-- How often did main's builds succeed, per workflow and for all that are required (*), per window of their finish?
-- Of each workflow and commit, the first counted build tells of the commit, and the first success after a failure is a flake.
CREATE OR REPLACE TABLE main_attempt AS
SELECT *, nth = 1 AS is_first, coalesce(succeeded AND nth > first_failure, false)
          AND count_if(succeeded AND nth > first_failure) OVER (PARTITION BY repository, workflow, sha ORDER BY nth ROWS UNBOUNDED PRECEDING) = 1 AS is_flake
FROM (SELECT *, min(nth) FILTER (WHERE failed) OVER (PARTITION BY repository, workflow, sha) AS first_failure
      FROM (SELECT *, row_number() OVER (PARTITION BY repository, workflow, sha ORDER BY finished_at, run_id, attempt) AS nth
            FROM main_build WHERE succeeded OR failed));

CREATE OR REPLACE TABLE main_branch_entry AS
SELECT repository, workflow, required, finished_at, 'streamgauge' AS profile, '' AS left_out, succeeded, failed,
       is_first, is_first AND succeeded AS is_green, NOT is_first AS is_rerun, is_flake
FROM main_attempt
UNION ALL
SELECT repository, workflow, required, finished_at, 'streamgauge', outcome, false, false, false, false, false, false
FROM main_build WHERE outcome IN ('cancelled', 'skipped', 'neutral', 'stale', 'infrastructure_error')
UNION ALL
SELECT repository, workflow, required, finished_at, 'circleci', CASE WHEN outcome = 'cancelled' THEN outcome ELSE '' END,
       succeeded, NOT succeeded AND outcome <> 'cancelled', false, false, false, false
FROM main_build CROSS JOIN setting WHERE list_contains(profiles, 'circleci');

CREATE OR REPLACE TABLE main_branch_window AS
SELECT scope, name, w AS workflow, profile, size, window_start(size, finished_at) AS starts,
       count_if(succeeded OR failed) AS runs, count_if(succeeded) AS successes, count_if(failed) AS failures,
       count_if(is_first) AS commits, count_if(is_green) AS green_commits, count_if(is_rerun) AS reruns, count_if(is_flake) AS flakes,
       count_if(left_out = 'cancelled') AS cancelled, count_if(left_out = 'skipped') AS skipped, count_if(left_out = 'neutral') AS neutral,
       count_if(left_out = 'stale') AS stale, count_if(left_out = 'infrastructure_error') AS infrastructure_error
FROM (SELECT *, unnest(CASE WHEN required THEN [workflow, '*'] ELSE [workflow] END) AS w FROM main_branch_entry)
JOIN belongs USING (repository) CROSS JOIN window_size
WHERE w = '*' OR NOT rolled_up GROUP BY ALL;

CREATE OR REPLACE VIEW main_branch AS
SELECT scope, name, workflow, profile, size AS "window", iso(starts) AS window_start, runs AS count, successes, failures,
       rate(successes, runs) AS run_success_rate, commits, green_commits, rate(green_commits, commits) AS commit_green_rate,
       rate(green_commits, commits) - rate(successes, runs) AS rerun_tax, reruns, flakes,
       cancelled AS excluded_cancelled, skipped AS excluded_skipped, neutral AS excluded_neutral,
       stale AS excluded_stale, infrastructure_error AS excluded_infrastructure_error, '1' AS definition
FROM main_branch_window;
