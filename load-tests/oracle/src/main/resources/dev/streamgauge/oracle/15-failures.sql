-- Which deployments failed, how is that known, and what remedied them?
-- A remedy says what it remedies: the deploy that a rollback undid, that delivered what was reverted, that a hotfix followed.
CREATE OR REPLACE TABLE remedy AS
SELECT repository, service, environment, same_before + 1 AS nth, nth AS by_nth, 1 AS how FROM deployment WHERE kind = 'rollback'
UNION
SELECT d.repository, d.service, d.environment, d.nth, r.nth, 2
FROM delivered AS r
JOIN reverted_change AS v USING (repository, change)
JOIN delivered AS d ON d.repository = v.repository AND d.change = v.reverted
                   AND d.service = r.service AND d.environment = r.environment AND d.nth < r.nth
UNION
SELECT d.repository, d.service, d.environment, d.nth, n.nth, 3
FROM deployment AS d
JOIN deployment AS n ON n.repository = d.repository AND n.service = d.service AND n.environment = d.environment AND n.nth = d.next_nth
SEMI JOIN (FROM delivered WHERE hotfix) AS h
  ON h.repository = n.repository AND h.service = n.service AND h.environment = n.environment AND h.nth = n.nth
WHERE n.kind IN ('release', 'out_of_line');

CREATE OR REPLACE TABLE remediation AS
SELECT repository, service, environment, by_nth AS nth, ['rollback', 'revert', 'hotfix'][min(how)] AS remediation
FROM remedy GROUP BY repository, service, environment, by_nth;

CREATE OR REPLACE TABLE failure AS
SELECT repository, service, environment, nth, list_sort(list(DISTINCT rank)) AS ranks
FROM (SELECT repository, service, environment, nth, CASE rule WHEN 4 THEN 7 ELSE rule END AS rank FROM blamed
      UNION ALL SELECT repository, service, environment, nth, 3 + how FROM remedy) GROUP BY ALL;

-- It recovered with the first that remedied it, or else when all that was wrong was over.
CREATE OR REPLACE TABLE first_remedy AS
SELECT y.repository, y.service, y.environment, y.nth, d.deploy_id, d.attempt, d.finished_at, m.remediation
FROM (SELECT repository, service, environment, nth, min(by_nth) AS by_nth FROM remedy GROUP BY ALL) AS y
JOIN deployment AS d ON d.repository = y.repository AND d.service = y.service AND d.environment = y.environment AND d.nth = y.by_nth
JOIN remediation AS m ON m.repository = y.repository AND m.service = y.service AND m.environment = y.environment AND m.nth = y.by_nth;

CREATE OR REPLACE TABLE trouble AS
SELECT b.repository, b.service, b.environment, nth, list_sort(list(incident_id)) AS incidents,
       CASE WHEN bool_and(resolved_at IS NOT NULL) THEN max(resolved_at) END AS over_at
FROM blamed AS b JOIN (SELECT repository, incident_id, resolved_at FROM incident) USING (repository, incident_id) GROUP BY ALL;

CREATE OR REPLACE TABLE judged_deploy AS
SELECT d.*, k.kind, f.ranks IS NOT NULL AS failed, coalesce(f.ranks, []) AS ranks, coalesce(t.incidents, []) AS incidents, m.remediation,
       CASE WHEN y.nth IS NOT NULL THEN y.remediation WHEN t.over_at IS NOT NULL THEN 'incident_resolved' END AS recovered_by,
       y.deploy_id AS remedied_by_deploy_id, y.attempt AS remedied_by_attempt, coalesce(y.finished_at, t.over_at) AS recovered_at,
       CASE WHEN y.nth IS NOT NULL OR t.over_at IS NOT NULL
            THEN greatest(coalesce(y.finished_at, t.over_at) - d.finished_at, 0) END AS recovery_ms
FROM placed_deploy AS d
LEFT JOIN (SELECT repository, service, environment, deploy_id, attempt, nth, kind FROM kind) AS k
  USING (repository, service, environment, deploy_id, attempt)
LEFT JOIN failure AS f USING (repository, service, environment, nth)
LEFT JOIN trouble AS t USING (repository, service, environment, nth)
LEFT JOIN first_remedy AS y USING (repository, service, environment, nth)
LEFT JOIN remediation AS m USING (repository, service, environment, nth);

CREATE OR REPLACE VIEW deploys AS
SELECT repository, service, environment, deploy_id, attempt, sha, state, outcome, iso(started_at) AS started_at,
       iso(finished_at) AS finished_at, joined_by, unjoined_reason, position_sha, kind, failed,
       list_transform(ranks, lambda rank: ['incident_deploy', 'incident_sha', 'incident_service',
                                           'rollback', 'revert', 'hotfix', 'window'][rank]) AS failure_evidence,
       incidents, remediation, recovered_by, remedied_by_deploy_id, remedied_by_attempt, iso(recovered_at) AS recovered_at,
       recovery_ms, counted_in, '1' AS definition
FROM judged_deploy;
