-- Where did the time of a delivered change go? e1 to e7 are the stages' own ends; those after the delivery count as it.
CREATE OR REPLACE TABLE stage_end AS
SELECT repository, change, service, environment, delivered_at AS e7, delivered_at - change_lead_time_ms AS began,
       CASE WHEN ready_at IS NOT NULL THEN least(ready_at, delivered_at) END AS e1,
       CASE WHEN first_review_at IS NOT NULL THEN least(first_review_at, delivered_at) END AS e2,
       CASE WHEN review_approved_at IS NOT NULL THEN least(review_approved_at, delivered_at) END AS e3,
       CASE WHEN landed_at IS NOT NULL THEN least(landed_at, delivered_at) END AS e4,
       CASE WHEN green_at IS NOT NULL THEN least(green_at, delivered_at) END AS e5,
       CASE WHEN deploy_started_at IS NOT NULL THEN least(deploy_started_at, delivered_at) END AS e6,
       approval_requested_at, approval_ended_at
FROM timed_delivery LEFT JOIN green_after USING (repository, change) WHERE change_lead_time_ms IS NOT NULL;

-- A stage ends with its own end or that of a later one, whichever comes first (least() passes over what never ends),
-- and not before it began. x1 to x6: did a stage end with its own end, so that the next one occurred?
CREATE OR REPLACE TABLE stage_cut AS
WITH first_end AS (
    SELECT *, least(e6, e7) AS m6, least(e5, e6, e7) AS m5, least(e4, e5, e6, e7) AS m4,
           least(e3, e4, e5, e6, e7) AS m3, least(e2, e3, e4, e5, e6, e7) AS m2, least(e1, e2, e3, e4, e5, e6, e7) AS m1
    FROM stage_end
)
SELECT *, greatest(began, m1) AS c1, greatest(began, m1, m2) AS c2, greatest(began, m1, m2, m3) AS c3,
       greatest(began, m1, m2, m3, m4) AS c4, greatest(began, m1, m2, m3, m4, m5) AS c5,
       greatest(began, m1, m2, m3, m4, m5, m6) AS c6,
       coalesce(e1 <= m2, false) AS x1, coalesce(e2 <= m3, false) AS x2, coalesce(e3 <= m4, false) AS x3,
       coalesce(e4 <= m5, false) AS x4, coalesce(e5 <= m6, false) AS x5, coalesce(e6 <= e7, false) AS x6
FROM first_end;

-- The time of the merge stage that lay in passes through a queue. Passes of one change do not overlap.
CREATE OR REPLACE TABLE queued_time AS
SELECT repository, change, service, environment,
       CAST(sum(greatest(least(coalesce(ended_at, c4), c4) - greatest(began_at, c3), 0)) AS BIGINT) AS merge_queue_ms
FROM stage_cut JOIN pass USING (repository, change) GROUP BY ALL;

CREATE OR REPLACE TABLE stages AS
SELECT repository, change, service, environment,
       c1 - began AS coding_ms, c2 - c1 AS pickup_ms, c3 - c2 AS review_ms, c4 - c3 AS merge_ms, c5 - c4 AS integration_ms,
       c6 - c5 AS deploy_wait_ms, e7 - c6 AS deploy_run_ms, merge_queue_ms,
       CASE WHEN approval_requested_at IS NOT NULL AND x5
            THEN greatest(least(approval_ended_at, c6) - greatest(approval_requested_at, c5), 0) END AS approval_wait_ms,
       list_filter([CASE WHEN NOT x1 THEN 'pickup' END, CASE WHEN NOT x2 THEN 'review' END, CASE WHEN NOT x3 THEN 'merge' END,
                    CASE WHEN NOT x4 THEN 'integration' END, CASE WHEN NOT x5 THEN 'deploy_wait' END,
                    CASE WHEN NOT x6 THEN 'deploy_run' END], lambda stage: stage IS NOT NULL) AS absent_stages
FROM stage_cut LEFT JOIN queued_time USING (repository, change, service, environment);
