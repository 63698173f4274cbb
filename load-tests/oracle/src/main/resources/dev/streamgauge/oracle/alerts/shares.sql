-- Where did the time of the changes go that reached a lane of production in a week, and in the baseline?
CREATE OR REPLACE TABLE lane_week AS
SELECT d.repository AS name, d.service || '/' || d.environment AS lane, week, count(d.change_lead_time_ms) AS n,
       [sum(coding_ms), sum(pickup_ms), sum(review_ms), sum(merge_ms), sum(integration_ms), sum(deploy_wait_ms), sum(deploy_run_ms)] AS sums,
       coalesce(sum(d.change_lead_time_ms), 0) AS total
FROM (SELECT *, unnest([window_start('week', delivered_at),
                        CASE WHEN delivered_at >= baseline_from AND delivered_at < baseline_to THEN -1 END]) AS week
      FROM timed_delivery CROSS JOIN setting WHERE status = 'delivered' AND production
        AND EXISTS (FROM alert_rule WHERE kind = 'bottleneck_moved')) AS d
LEFT JOIN stages AS s USING (repository, change, service, environment) WHERE week IS NOT NULL GROUP BY d.repository, d.service, d.environment, week;

-- By how much did the share of the stage grow that grew most? By nothing if none did.
CREATE OR REPLACE TABLE lane_shift AS
SELECT w.name, w.lane, w.week, w.n,
       greatest(list_max(list_transform(range(1, 8), lambda i: rate(coalesce(w.sums[i], 0), w.total) - rate(coalesce(b.sums[i], 0), b.total))), 0) AS shift
FROM lane_week AS w JOIN lane_week AS b ON b.name = w.name AND b.lane = w.lane AND b.week = -1
WHERE w.week >= 0 AND w.total > 0 AND b.total > 0;
