-- Where did the time go, per lane, AI evidence and window of the delivery; and in the pinned period before?
CREATE OR REPLACE TABLE flow_entry AS
SELECT repository, service, environment, evidence_class, delivered_at AS moment, change_lead_time_ms AS total_ms, s.* EXCLUDE (repository, change, service, environment)
FROM timed_delivery AS d LEFT JOIN stages AS s USING (repository, change, service, environment) WHERE status = 'delivered';

CREATE OR REPLACE TABLE flow_window AS
WITH windowed AS (
    SELECT *, window_start(size, moment) AS starts FROM flow_entry CROSS JOIN (SELECT size FROM window_size)
    UNION ALL
    SELECT f.*, 'baseline', baseline_from FROM flow_entry AS f CROSS JOIN setting WHERE moment >= baseline_from AND moment < baseline_to
), summed AS (
    SELECT scope, name, CASE WHEN rolled_up THEN '*' ELSE service END AS service, environment, ai_evidence, size, starts,
           count(total_ms) AS n, CAST(coalesce(sum(total_ms), 0) AS BIGINT) AS total, count_if(total_ms IS NULL) AS no_stages,
           [sum(coding_ms), sum(pickup_ms), sum(review_ms), sum(merge_ms), sum(integration_ms), sum(deploy_wait_ms), sum(deploy_run_ms)] AS sums,
           [count(total_ms), count(occurred(pickup_ms, 'pickup', absent_stages)), count(occurred(review_ms, 'review', absent_stages)),
            count(occurred(merge_ms, 'merge', absent_stages)), count(occurred(integration_ms, 'integration', absent_stages)),
            count(occurred(deploy_wait_ms, 'deploy_wait', absent_stages)), count(occurred(deploy_run_ms, 'deploy_run', absent_stages))] AS counts,
           sum(merge_queue_ms) AS merge_queue, sum(approval_wait_ms) AS approval_wait
    FROM (SELECT *, unnest(['*', evidence_class]) AS ai_evidence FROM windowed) JOIN belongs USING (repository) GROUP BY ALL
)
SELECT *, list_transform(sums, lambda ms: rate(ms, total)) AS shares,
       CASE WHEN total > 0 THEN list_position(sums, list_max(sums)) END AS bottleneck
FROM summed;

-- Each row against the baseline of its own lane: by how much did each stage's share grow?
CREATE OR REPLACE TABLE flow_shift AS
SELECT w.*,
       CASE WHEN w.total > 0 AND b.total > 0 AND w.size <> 'baseline'
            THEN list_transform(range(1, 8), lambda i: w.shares[i] - b.shares[i]) END AS growth
FROM flow_window AS w
LEFT JOIN (FROM flow_window WHERE size = 'baseline') AS b USING (scope, name, service, environment, ai_evidence);

CREATE OR REPLACE VIEW flow AS
SELECT scope, name, service, environment, ai_evidence, size AS "window", iso(starts) AS window_start, n AS count, total AS total_ms,
       part(sums, 1) AS coding_ms, counts[1] AS coding_count, shares[1] AS coding_share,
       part(sums, 2) AS pickup_ms, counts[2] AS pickup_count, shares[2] AS pickup_share,
       part(sums, 3) AS review_ms, counts[3] AS review_count, shares[3] AS review_share,
       part(sums, 4) AS merge_ms, counts[4] AS merge_count, shares[4] AS merge_share,
       part(sums, 5) AS integration_ms, counts[5] AS integration_count, shares[5] AS integration_share,
       part(sums, 6) AS deploy_wait_ms, counts[6] AS deploy_wait_count, shares[6] AS deploy_wait_share,
       part(sums, 7) AS deploy_run_ms, counts[7] AS deploy_run_count, shares[7] AS deploy_run_share,
       CAST(coalesce(merge_queue, 0) AS BIGINT) AS merge_queue_ms, CAST(coalesce(approval_wait, 0) AS BIGINT) AS approval_wait_ms,
       stage_name(bottleneck) AS bottleneck, shares[bottleneck] AS bottleneck_share,
       CASE WHEN shares[bottleneck] < 1 THEN 1 / (1 - shares[bottleneck]) END AS amdahl_bound,
       growth[bottleneck] AS bottleneck_shift,
       CASE WHEN list_max(growth) > 0 THEN stage_name(list_position(growth, list_max(growth))) END AS shifted_stage,
       CASE WHEN list_max(growth) > 0 THEN list_max(growth) END AS share_shift, no_stages AS excluded_no_stages, '1' AS definition
FROM flow_shift;
