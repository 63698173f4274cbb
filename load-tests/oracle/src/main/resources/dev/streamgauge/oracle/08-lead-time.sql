-- How long did changes take, per metric, lane and window of their delivery, and what was left out?
-- A baseline has no moment of delivery: it counts where it landed.
CREATE OR REPLACE TABLE lead_time_entry AS
SELECT repository, service, environment, 'delivery_lead_time' AS metric,
       CASE WHEN baseline THEN landed_at ELSE delivered_at END AS moment, delivery_lead_time_ms AS ms,
       baseline, NOT baseline AND before_landing AS before_landing, false AS clock_skew, false AS no_author_date
FROM timed_delivery
UNION ALL
SELECT repository, service, environment, 'change_lead_time',
       CASE WHEN baseline THEN landed_at ELSE delivered_at END, change_lead_time_ms,
       baseline, false, NOT baseline AND clock_skew, NOT baseline AND no_author_date
FROM timed_delivery;

CREATE OR REPLACE TABLE lead_time_window AS
SELECT repository, service, environment, metric, size, window_start(size, moment) AS starts,
       count(ms) AS n, coalesce(sum(ms), 0) AS total, list_sort(list(ms) FILTER (WHERE ms IS NOT NULL)) AS sorted,
       count_if(baseline) AS baselines, count_if(before_landing) AS before_landings,
       count_if(clock_skew) AS clock_skews, count_if(no_author_date) AS no_author_dates
FROM lead_time_entry CROSS JOIN window_size GROUP BY ALL;

CREATE OR REPLACE VIEW lead_time AS
SELECT repository, service, environment, metric, size AS "window", iso(starts) AS window_start,
       n AS count, CAST(total AS BIGINT) AS sum_ms, mean_half_up(total, n) AS mean_ms,
       nearest_rank(sorted, 50) AS p50_ms, nearest_rank(sorted, 75) AS p75_ms,
       nearest_rank(sorted, 90) AS p90_ms, nearest_rank(sorted, 95) AS p95_ms,
       baselines AS excluded_baseline, before_landings AS excluded_before_landing,
       clock_skews AS excluded_clock_skew, no_author_dates AS excluded_no_author_date, '1' AS definition
FROM lead_time_window;
