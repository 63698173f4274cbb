-- Which deploys are there, and where on main is each?
CREATE OR REPLACE TABLE said_of_deploy AS
SELECT *, coalesce(list_position(['pending', 'waiting', 'running'], state), 0) AS progress
FROM (SELECT * REPLACE (coalesce(service, string_split(repository, '/')[-1]) AS service)
      FROM event WHERE type = 'DeployChanged');

-- Terminal dominance: once finished, finished; the best outcome wins, and its earliest finish.
CREATE OR REPLACE TABLE deploy AS
SELECT repository, service, environment, deploy_id, attempt, min(sha) AS sha, min(started_at) AS started_at,
       min(approval_requested_at) AS approval_requested_at, min(approved_at) AS approved_at,
       least(min(created_at), min(approval_requested_at), min(approved_at), min(started_at)) AS known_since,
       min(finish(outcome, finished_at, occurred_at)) FILTER (WHERE state = 'finished') AS final,
       CASE WHEN bool_or(state = 'finished') THEN 'finished' ELSE max({'p': progress, 's': state}).s END AS state,
       coalesce(list_min(flatten(list(repositories))), repository) AS counted_in,
       list_contains(productive, environment) AS production
FROM said_of_deploy CROSS JOIN setting GROUP BY repository, service, environment, deploy_id, attempt, productive;

-- From each deployed commit off main upwards through known parents; a commit on main is reached, never passed.
CREATE OR REPLACE TABLE parent_off_main AS SELECT * FROM parent ANTI JOIN on_main USING (repository, sha);

CREATE OR REPLACE TABLE upward AS
WITH RECURSIVE upward(repository, deployed, sha) AS (
    SELECT DISTINCT repository, sha, sha FROM deploy
    UNION
    SELECT u.repository, u.deployed, p.parent
    FROM upward AS u JOIN parent_off_main AS p ON p.repository = u.repository AND p.sha = u.sha
)
FROM upward;

CREATE OR REPLACE TABLE reached AS
SELECT u.repository, u.deployed AS sha, max(m.place) AS place, arg_max(m.sha, m.place) AS position_sha
FROM upward AS u JOIN on_main AS m USING (repository, sha) GROUP BY u.repository, u.deployed;

-- What a deployed commit carries without having it: the originals of all picks on the way.
CREATE OR REPLACE TABLE carried_pick AS
SELECT DISTINCT u.repository, u.deployed, p.picked FROM upward AS u JOIN pick AS p USING (repository, sha);

CREATE OR REPLACE TABLE placed_deploy AS
SELECT d.*, nullif(d.final.outcome, '') AS outcome, d.final.at AS finished_at, r.place, r.position_sha,
       CASE WHEN r.position_sha = d.sha THEN 'on_main' WHEN r.place IS NOT NULL THEN 'fork_point'
            WHEN o.sha IS NOT NULL THEN 'owned' ELSE 'unjoined' END AS joined_by,
       CASE WHEN r.place IS NOT NULL OR o.sha IS NOT NULL THEN NULL
            WHEN c.sha IS NULL THEN 'sha_unknown' ELSE 'off_main' END AS unjoined_reason
FROM deploy AS d
LEFT JOIN reached AS r USING (repository, sha)
LEFT JOIN (SELECT DISTINCT repository, sha FROM owned) AS o USING (repository, sha)
LEFT JOIN known_commit AS c USING (repository, sha);
