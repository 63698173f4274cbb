-- Of which kind is each successful deploy? It looks back at what ran in its lane.
CREATE OR REPLACE TABLE kind AS
WITH seen AS (
    SELECT *, first_value(nth) OVER same AS first_nth, lag(nth) OVER same AS same_before, max(place) OVER earlier AS furthest_before
    FROM success
    WINDOW same AS (PARTITION BY repository, service, environment, sha ORDER BY nth),
           earlier AS (PARTITION BY repository, service, environment ORDER BY nth ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), looked_back AS (
    SELECT *, lag(sha) OVER lane AS sha_before, lag(first_nth) OVER lane AS first_nth_before
    FROM seen WINDOW lane AS (PARTITION BY repository, service, environment ORDER BY nth)
)
SELECT *, CASE WHEN sha = sha_before THEN 'resync'
               WHEN same_before IS NOT NULL AND first_nth < first_nth_before THEN 'rollback'
               WHEN same_before IS NOT NULL THEN 'redeploy'
               WHEN place < furthest_before THEN 'out_of_line' ELSE 'release' END AS kind
FROM looked_back;

CREATE OR REPLACE TABLE deployment AS
SELECT repository, service, environment, production, deploy_id, attempt, sha, nth, finished_at, kind, same_before,
       lead(nth) OVER (PARTITION BY repository, service, environment ORDER BY nth) AS next_nth
FROM kind WHERE kind <> 'resync';

-- Who delivered what: each delivered change, at its deploy's number in the lane.
CREATE OR REPLACE TABLE delivered AS
SELECT repository, service, environment, nth, change, hotfix FROM delivery WHERE status = 'delivered';
