-- Which deploy delivered each change to each lane (a service and an environment), and how long did that take?
-- Only finished, successful deploys count, in the order of their finish.
CREATE OR REPLACE TABLE success AS
SELECT *, row_number() OVER (PARTITION BY repository, service, environment ORDER BY finished_at, deploy_id, attempt) AS nth
FROM placed_deploy WHERE state = 'finished' AND outcome = 'success';

-- A lane's first deploy is the first that has a position.
CREATE OR REPLACE TABLE lane AS
SELECT repository, service, environment, min(nth) AS first_deploy, arg_min(place, nth) AS first_place
FROM success WHERE place IS NOT NULL GROUP BY repository, service, environment;

-- (a) The earliest deploy of a commit that the change owns, landed or not.
CREATE OR REPLACE TABLE by_owned_sha AS
SELECT o.repository, o.change, s.service, s.environment, min(s.nth) AS nth
FROM owned AS o JOIN success AS s USING (repository, sha) GROUP BY ALL;

-- (b) The first deploy at or after the landing. Only a deploy that went further than all before it can be the first
-- for anybody; of those, the places rise with the order, so the nearest place at or after the landing is the first.
CREATE OR REPLACE TABLE advance AS
SELECT repository, service, environment, nth, place FROM success WHERE place IS NOT NULL
QUALIFY place > coalesce(max(place) OVER (PARTITION BY repository, service, environment ORDER BY nth
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0);

-- If that first one is the lane's first deploy, no deploy delivers by position: not the next one either.
CREATE OR REPLACE TABLE by_position AS
SELECT l.repository, l.change, l.service, l.environment, nullif(a.nth, l.first_deploy) AS nth,
       l.place <= l.first_place AS at_or_before_first
FROM (SELECT repository, change, service, environment, place, first_deploy, first_place
      FROM landed_change JOIN lane USING (repository)) AS l
ASOF LEFT JOIN advance AS a
  ON a.repository = l.repository AND a.service = l.service AND a.environment = l.environment AND l.place <= a.place;

-- The earlier of (a) and (b); (a) if they are the same; with neither, a baseline or nothing.
CREATE OR REPLACE TABLE chosen AS
SELECT repository, change, service, environment, least(a.nth, b.nth) AS nth,
       CASE WHEN a.nth <= coalesce(b.nth, a.nth) THEN 'owned_sha' WHEN b.nth IS NOT NULL THEN 'position' END AS evidence
FROM by_owned_sha AS a FULL JOIN by_position AS b USING (repository, change, service, environment)
WHERE a.nth IS NOT NULL OR b.nth IS NOT NULL OR b.at_or_before_first;

CREATE OR REPLACE TABLE delivery AS
SELECT h.*, s.deploy_id, s.attempt AS deploy_attempt, s.sha AS deployed_sha, s.finished_at AS delivered_at,
       c.first_authored_at, c.landed_at,
       s.nth IS NULL AS baseline,
       c.landed_at IS NULL OR c.landed_at > s.finished_at + tolerance() AS before_landing,
       c.first_authored_at IS NULL AS no_author_date,
       coalesce(c.first_authored_at > c.landed_at + tolerance(), false)
           OR coalesce(c.first_authored_at > s.finished_at + tolerance(), false) AS clock_skew
FROM chosen AS h
JOIN change AS c USING (repository, change)
LEFT JOIN success AS s USING (repository, service, environment, nth);

-- Lead times, the dates clamped where the clocks disagree by little. least() passes over a missing landing.
CREATE OR REPLACE TABLE timed_delivery AS
SELECT *,
       CASE WHEN baseline OR before_landing THEN NULL ELSE greatest(delivered_at - landed_at, 0) END AS delivery_lead_time_ms,
       CASE WHEN baseline OR no_author_date OR clock_skew THEN NULL
            ELSE delivered_at - least(first_authored_at, landed_at, delivered_at) END AS change_lead_time_ms
FROM delivery;

CREATE OR REPLACE VIEW deliveries AS
SELECT repository, change, service, environment, CASE WHEN baseline THEN 'baseline' ELSE 'delivered' END AS status,
       deploy_id, deploy_attempt, deployed_sha, evidence,
       iso(first_authored_at) AS first_authored_at, iso(landed_at) AS landed_at, iso(delivered_at) AS delivered_at,
       delivery_lead_time_ms, change_lead_time_ms,
       CASE WHEN baseline THEN ['baseline'] ELSE list_filter([
           CASE WHEN before_landing THEN 'before_landing' END,
           CASE WHEN clock_skew THEN 'clock_skew' END,
           CASE WHEN no_author_date THEN 'no_author_date' END], lambda reason: reason IS NOT NULL) END AS excluded,
       '1' AS definition
FROM timed_delivery;
