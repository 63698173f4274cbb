-- How often was deployed, how often did that fail, and how long did it take to recover, per lane and window?
-- A deploy of several repositories counts once in a roll-up. Recoveries and unattributed incidents have windows of their own.
CREATE OR REPLACE TABLE deployments_entry AS
SELECT repository, service, environment, finished_at AS moment, counted_in = repository AS counts_once,
       coalesce(outcome, '') AS outcome, coalesce(kind, '') AS kind, coalesce(kind <> 'resync', false) AS deployed,
       coalesce(kind IN ('release', 'out_of_line') AND remediation IS NULL, false) AS of_code,
       failed, CASE WHEN failed THEN ranks[1] ELSE 0 END AS rank, remediation IS NOT NULL AS remedies,
       failed AND recovered_at IS NULL AS unrecovered, CAST(NULL AS BIGINT) AS recovery_ms, false AS unattributed
FROM judged_deploy WHERE state = 'finished'
UNION ALL
SELECT repository, service, environment, recovered_at, counted_in = repository, '', '', false, false, false, 0, false, false, recovery_ms, false
FROM judged_deploy WHERE recovered_at IS NOT NULL
UNION ALL
SELECT repository, coalesce(service, '*'), coalesce(environment, '*'), opened_at, true, '', '', false, false, false, 0, false, false, NULL, true
FROM incident ANTI JOIN blamed USING (repository, incident_id);

CREATE OR REPLACE TABLE deployments_window AS
SELECT scope, name, CASE WHEN rolled_up THEN '*' ELSE service END AS service, environment, size, window_start(size, moment) AS starts,
       count_if(deployed) AS deployments, count_if(kind = 'release') AS releases, count_if(kind = 'out_of_line') AS out_of_line,
       count_if(kind = 'redeploy') AS redeploys, count_if(kind = 'rollback') AS rollbacks, count_if(kind = 'resync') AS resyncs,
       count_if(outcome NOT IN ('', 'success', 'cancelled')) AS failed_attempts, count_if(outcome = 'cancelled') AS cancelled_attempts,
       count(DISTINCT CASE WHEN deployed THEN window_start('day', moment) END) AS days,
       count_if(of_code) AS of_code, count_if(of_code AND failed) AS failed,
       count_if(of_code AND rank BETWEEN 1 AND 3) AS failed_explicit, count_if(of_code AND rank = 4) AS failed_rollback,
       count_if(of_code AND rank BETWEEN 5 AND 6) AS failed_revert, count_if(of_code AND rank = 7) AS failed_window,
       count_if(failed AND NOT of_code) AS failed_others, count_if(remedies) AS remediations,
       spread(recovery_ms) AS recovered, count_if(unrecovered) AS unrecovered, count_if(unattributed) AS unattributed
FROM deployments_entry JOIN belongs USING (repository) CROSS JOIN window_size
WHERE counts_once OR NOT rolled_up GROUP BY ALL;

CREATE OR REPLACE VIEW deployments AS
SELECT scope, name, service, environment, size AS "window", iso(starts) AS window_start,
       deployments, releases, out_of_line, redeploys, rollbacks, resyncs AS excluded_resync, failed_attempts, cancelled_attempts,
       CASE WHEN size <> 'hour' THEN days END AS deploy_days, of_code AS code_deployments,
       failed, failed_explicit, failed_rollback, failed_revert, failed_window, failed_others,
       rate(failed, of_code) AS change_failure_rate, remediations, rate(remediations, deployments) AS rework_rate,
       recovered.n AS recoveries, recovered.total AS recovery_sum_ms, mean_half_up(recovered.total, recovered.n) AS recovery_mean_ms,
       nearest_rank(recovered.sorted, 50) AS recovery_p50_ms, nearest_rank(recovered.sorted, 75) AS recovery_p75_ms,
       nearest_rank(recovered.sorted, 90) AS recovery_p90_ms, nearest_rank(recovered.sorted, 95) AS recovery_p95_ms,
       recovered.sorted[-1] AS recovery_max_ms, unrecovered AS excluded_unrecovered, unattributed AS unattributed_incidents,
       '1' AS definition
FROM deployments_window
WHERE deployments + resyncs + failed_attempts + cancelled_attempts + recovered.n + unrecovered + unattributed > 0;
