-- Which deploy delivered each change to each lane (a service and an environment), and which changes are on their way?
-- Only finished, successful deploys count, in the order of their finish.
CREATE OR REPLACE TABLE success AS
SELECT *, row_number() OVER (PARTITION BY repository, service, environment ORDER BY finished_at, deploy_id, attempt) AS nth
FROM placed_deploy WHERE state = 'finished' AND outcome = 'success';

-- A lane's first deploy is the first that has a position.
CREATE OR REPLACE TABLE lane AS
SELECT repository, service, environment, production, min(nth) AS first_deploy, arg_min(place, nth) AS first_place
FROM success WHERE place IS NOT NULL GROUP BY ALL;

-- (a) The earliest deploy of a commit that the change owns, landed or not.
CREATE OR REPLACE TABLE by_owned_sha AS
SELECT o.repository, o.change, s.service, s.environment, min(s.nth) AS nth
FROM owned AS o JOIN success AS s USING (repository, sha) GROUP BY ALL;

-- (b) The earliest deploy of a commit with a pick of one that the change owns.
CREATE OR REPLACE TABLE by_cherry_pick AS
SELECT o.repository, o.change, s.service, s.environment, min(s.nth) AS nth
FROM carried_pick AS p
JOIN owned AS o ON o.repository = p.repository AND o.sha = p.picked
JOIN success AS s ON s.repository = p.repository AND s.sha = p.deployed GROUP BY ALL;

-- (c) The first deploy at or after the landing. Only a deploy that went further than all before it can be the first
-- for anybody; of those, the places rise with the order, so the nearest place at or after the landing is the first.
CREATE OR REPLACE TABLE advance AS
SELECT repository, service, environment, nth, place FROM success WHERE place IS NOT NULL
QUALIFY place > coalesce(max(place) OVER (PARTITION BY repository, service, environment ORDER BY nth
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0);

-- If that first one is the lane's first deploy, no deploy delivers by position: not the next one either.
CREATE OR REPLACE TABLE by_position AS
SELECT l.repository, l.change, l.service, l.environment, l.production, nullif(a.nth, l.first_deploy) AS nth,
       l.place <= l.first_place AS at_or_before_first
FROM (SELECT repository, change, service, environment, production, place, first_deploy, first_place
      FROM landed_change JOIN lane USING (repository)) AS l
ASOF LEFT JOIN advance AS a
  ON a.repository = l.repository AND a.service = l.service AND a.environment = l.environment AND l.place <= a.place;

-- The earliest of them; of the same deploy the first. With none: a baseline, or on its way to production, or nothing.
CREATE OR REPLACE TABLE chosen AS
SELECT repository, change, service, environment, least(a.nth, b.nth, c.nth) AS nth,
       CASE WHEN a.nth = least(a.nth, b.nth, c.nth) THEN 'owned_sha' WHEN b.nth = least(a.nth, b.nth, c.nth) THEN 'cherry_pick'
            WHEN c.nth IS NOT NULL THEN 'position' END AS evidence,
       CASE WHEN least(a.nth, b.nth, c.nth) IS NOT NULL THEN 'delivered' WHEN c.at_or_before_first THEN 'baseline'
            WHEN c.production THEN 'in_flight' END AS status
FROM by_owned_sha AS a
FULL JOIN by_cherry_pick AS b USING (repository, change, service, environment)
FULL JOIN by_position AS c USING (repository, change, service, environment)
WHERE least(a.nth, b.nth, c.nth) IS NOT NULL OR c.at_or_before_first OR c.production;

CREATE OR REPLACE TABLE delivery AS
SELECT h.*, s.deploy_id, s.attempt AS deploy_attempt, s.sha AS deployed_sha, s.finished_at AS delivered_at,
       s.started_at AS deploy_started_at, s.approval_requested_at, s.production,
       coalesce(s.approved_at, s.started_at, s.finished_at) AS approval_ended_at, c.* EXCLUDE (repository, change, approved_at),
       c.approved_at AS review_approved_at, coalesce(c.ai_evidence, 'unknown') AS evidence_class,
       h.status = 'delivered' AND (c.landed_at IS NULL OR c.landed_at > s.finished_at + tolerance()) AS before_landing,
       h.status = 'delivered' AND c.first_authored_at IS NULL AS no_author_date,
       h.status = 'delivered' AND (coalesce(c.first_authored_at > c.landed_at + tolerance(), false)
           OR coalesce(c.first_authored_at > s.finished_at + tolerance(), false)) AS clock_skew
FROM chosen AS h
JOIN change AS c ON c.repository = h.repository AND c.change = h.change AND concerns(c.services, h.service)
LEFT JOIN success AS s
  ON s.repository = h.repository AND s.service = h.service AND s.environment = h.environment AND s.nth = h.nth;

-- Lead times, the dates clamped where the clocks disagree by little. least() passes over a missing landing.
CREATE OR REPLACE TABLE timed_delivery AS
SELECT *,
       CASE WHEN status = 'delivered' AND NOT before_landing THEN greatest(delivered_at - landed_at, 0) END AS delivery_lead_time_ms,
       CASE WHEN status = 'delivered' AND NOT no_author_date AND NOT clock_skew
            THEN delivered_at - least(first_authored_at, landed_at, delivered_at) END AS change_lead_time_ms
FROM delivery;
