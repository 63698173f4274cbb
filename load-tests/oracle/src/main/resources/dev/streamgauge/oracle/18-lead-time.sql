-- How long did changes take, per metric, lane, AI evidence and window of their delivery, and what was left out?
-- A baseline has no moment of delivery: it counts where it landed. What is neither measured nor left out is no entry.
CREATE OR REPLACE TABLE lead_time_entry AS
WITH closed AS (
    SELECT *, coalesce(delivered_at, landed_at) AS moment, status = 'baseline' AS baseline
    FROM timed_delivery WHERE status <> 'in_flight'
), metrics AS (
    SELECT repository, service, environment, evidence_class, moment, 'streamgauge' AS profile, 'delivery_lead_time' AS metric,
           delivery_lead_time_ms AS ms, baseline, before_landing, false AS clock_skew, false AS no_author_date, false AS absent
    FROM closed
    UNION ALL
    SELECT repository, service, environment, evidence_class, moment, 'streamgauge', 'change_lead_time',
           change_lead_time_ms, baseline, false, clock_skew, no_author_date, false
    FROM closed
    UNION ALL
    SELECT repository, service, environment, evidence_class, moment, 'streamgauge', part.name, part.ms, false, false, false, false, part.ms IS NULL
    FROM (SELECT repository, service, environment, evidence_class, moment, unnest([
              {'name': 'coding', 'ms': coding_ms},
              {'name': 'pickup', 'ms': occurred(pickup_ms, 'pickup', absent_stages)},
              {'name': 'review', 'ms': occurred(review_ms, 'review', absent_stages)},
              {'name': 'merge', 'ms': occurred(merge_ms, 'merge', absent_stages)},
              {'name': 'integration', 'ms': occurred(integration_ms, 'integration', absent_stages)},
              {'name': 'deploy_wait', 'ms': occurred(deploy_wait_ms, 'deploy_wait', absent_stages)},
              {'name': 'deploy_run', 'ms': occurred(deploy_run_ms, 'deploy_run', absent_stages)},
              {'name': 'merge_queue', 'ms': merge_queue_ms},
              {'name': 'approval_wait', 'ms': approval_wait_ms}]) AS part
          FROM closed JOIN stages USING (repository, change, service, environment))
    UNION ALL
    SELECT repository, service, environment, evidence_class, delivered_at, 'devlake', part.name, part.ms, false, false, false, false, part.ms IS NULL
    FROM (SELECT *, unnest([
              {'name': 'pr_coding_time', 'ms': coding}, {'name': 'pr_pickup_time', 'ms': pickup},
              {'name': 'pr_review_time', 'ms': review}, {'name': 'pr_deploy_time', 'ms': deploying},
              {'name': 'pr_cycle_time', 'ms': list_sum(list_filter([coding, pickup, review, deploying], lambda ms: ms IS NOT NULL))}]) AS part
          FROM (SELECT repository, service, environment, evidence_class, delivered_at,
                       whole_minutes(first_authored_at, opened_at) AS coding,
                       whole_minutes(opened_at, first_other_review_at) AS pickup,
                       whole_minutes(coalesce(first_other_review_at, opened_at), merged_at) AS review,
                       whole_minutes(merged_at, delivered_at) AS deploying
                FROM closed CROSS JOIN setting
                WHERE list_contains(profiles, 'devlake') AND NOT baseline AND request IS NOT NULL AND production))
)
FROM metrics;

CREATE OR REPLACE TABLE lead_time_window AS
SELECT scope, name, CASE WHEN rolled_up THEN '*' ELSE service END AS service, environment, ai_evidence, profile, metric,
       size, window_start(size, moment) AS starts, spread(ms) AS lasted,
       count_if(baseline) AS baselines, count_if(before_landing) AS before_landings,
       count_if(clock_skew) AS clock_skews, count_if(no_author_date) AS no_author_dates, count_if(absent) AS absents
FROM (SELECT *, unnest(['*', evidence_class]) AS ai_evidence FROM lead_time_entry)
JOIN belongs USING (repository) CROSS JOIN window_size
GROUP BY ALL;

CREATE OR REPLACE VIEW lead_time AS
SELECT scope, name, service, environment, ai_evidence, profile, metric, size AS "window", iso(starts) AS window_start,
       lasted.n AS count, lasted.total AS sum_ms, mean_half_up(lasted.total, lasted.n) AS mean_ms,
       nearest_rank(lasted.sorted, 50) AS p50_ms, nearest_rank(lasted.sorted, 75) AS p75_ms,
       nearest_rank(lasted.sorted, 90) AS p90_ms, nearest_rank(lasted.sorted, 95) AS p95_ms,
       baselines AS excluded_baseline, before_landings AS excluded_before_landing,
       clock_skews AS excluded_clock_skew, no_author_dates AS excluded_no_author_date, absents AS excluded_absent, '1' AS definition
FROM lead_time_window;
