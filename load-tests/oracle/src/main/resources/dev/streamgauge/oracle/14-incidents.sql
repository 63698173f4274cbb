-- What went wrong, and which deploys are to blame? The latest snapshot gives the state, of one instant the resolved one.
CREATE OR REPLACE TABLE incident AS
WITH merged AS (
    SELECT repository, incident_id, max({'at': occurred_at, 'resolved': state = 'resolved'}) AS last,
           coalesce(min(opened_at), min(occurred_at)) AS opened_at, max(resolved_at) AS resolved_at,
           min(service) AS service, min(environment) AS environment, min(deploy_id) AS deploy_id, min(sha) AS sha,
           min(severity) AS severity, min(url) AS url
    FROM event WHERE type = 'IncidentChanged' GROUP BY repository, incident_id
)
SELECT * REPLACE (CASE WHEN last.resolved THEN coalesce(resolved_at, last.at) END AS resolved_at),
       CASE WHEN last.resolved THEN 'resolved' ELSE 'open' END AS state
FROM merged;

-- The lanes that an incident speaks of by its service and environment; it says whether an unnamed environment is production.
CREATE OR REPLACE TABLE accused_lane AS
SELECT i.repository, i.incident_id, i.deploy_id, i.sha, i.opened_at, l.service, l.environment, l.production,
       l.production OR i.environment IS NOT NULL AS matches, i.service IS NULL AND i.environment IS NULL AS names_neither
FROM incident AS i
JOIN (SELECT DISTINCT repository, service, environment, production FROM deployment) AS l
  ON l.repository = i.repository AND l.service = coalesce(i.service, l.service)
 AND l.environment = coalesce(i.environment, l.environment);

-- By its id, and by its commit: the first deployment in each lane.
CREATE OR REPLACE TABLE accused_by_name AS
SELECT a.repository, a.incident_id, a.service, a.environment, min(d.nth) AS nth, 1 AS rule
FROM accused_lane AS a JOIN deployment AS d USING (repository, service, environment, deploy_id) GROUP BY ALL
UNION ALL
SELECT a.repository, a.incident_id, a.service, a.environment, min(d.nth), 2
FROM accused_lane AS a JOIN deployment AS d USING (repository, service, environment, sha) WHERE a.matches GROUP BY ALL;

-- If that commit itself was deployed in none of the lanes: the deploys that delivered a change with it.
CREATE OR REPLACE TABLE accused_by_change AS
SELECT DISTINCT a.repository, a.incident_id, a.service, a.environment, d.nth, 2 AS rule
FROM accused_lane AS a
ANTI JOIN (FROM accused_by_name WHERE rule = 2) AS n ON n.repository = a.repository AND n.incident_id = a.incident_id
JOIN owned AS o ON o.repository = a.repository AND o.sha = a.sha
JOIN delivered AS d ON d.repository = a.repository AND d.service = a.service AND d.environment = a.environment AND d.change = o.change
WHERE a.matches;

-- By what ran when it began: the last deployment of all the lanes. With a named lane that is evidence, else nearness.
CREATE OR REPLACE TABLE accused_by_time AS
WITH last_of_instant AS (
    FROM deployment QUALIFY nth = max(nth) OVER (PARTITION BY repository, service, environment, finished_at)
), ran AS (
    SELECT a.repository, a.incident_id, a.opened_at, a.names_neither, d.service, d.environment, d.nth, d.finished_at, d.deploy_id, d.attempt
    FROM (FROM accused_lane WHERE matches) AS a
    ASOF JOIN last_of_instant AS d
      ON d.repository = a.repository AND d.service = a.service AND d.environment = a.environment AND a.opened_at >= d.finished_at
)
SELECT repository, incident_id, service, environment, nth, CASE WHEN names_neither THEN 4 ELSE 3 END AS rule
FROM ran CROSS JOIN setting
WHERE NOT names_neither OR finished_at >= opened_at - failure_window
QUALIFY row_number() OVER (PARTITION BY repository, incident_id
    ORDER BY finished_at DESC, deploy_id DESC, attempt DESC, service DESC, environment DESC) = 1;

CREATE OR REPLACE TABLE blamed AS
SELECT *, ['incident_deploy', 'incident_sha', 'incident_service', 'window'][rule] AS evidence
FROM (FROM accused_by_name UNION ALL FROM accused_by_change UNION ALL FROM accused_by_time)
QUALIFY rule = min(rule) OVER (PARTITION BY repository, incident_id);

CREATE OR REPLACE VIEW incidents AS
SELECT repository, incident_id, state, severity, i.service, i.environment, iso(opened_at) AS opened_at, iso(resolved_at) AS resolved_at,
       evidence, coalesce(deploys, []) AS deploys, url, '1' AS definition
FROM incident AS i LEFT JOIN (
    SELECT b.repository, b.incident_id, any_value(b.evidence) AS evidence,
           list_sort(list(concat_ws('/', service, environment, d.deploy_id, d.attempt))) AS deploys
    FROM blamed AS b JOIN deployment AS d USING (repository, service, environment, nth) GROUP BY ALL
) USING (repository, incident_id);
