-- Which changes are there, what does each own, and when did it land?
-- Three rules say of which requests a commit on main is; by each, those that a carrier carries stand for it.
CREATE OR REPLACE TABLE joined AS
WITH said AS (
    SELECT repository, sha, request, 1 AS rule FROM on_main JOIN merge_commit USING (repository, sha)
    UNION ALL
    SELECT repository, sha, request, 2 FROM on_main JOIN known_commit USING (repository, sha) WHERE request IS NOT NULL
    UNION ALL
    SELECT repository, sha, request, 3 FROM on_main JOIN named_commit USING (repository, sha) WHERE into_main
), answered AS (
    SELECT *, false AS carried FROM said ANTI JOIN carrier USING (repository, request)
    UNION ALL
    SELECT s.repository, s.sha, p.request, s.rule, true
    FROM said AS s JOIN passenger AS p ON p.repository = s.repository AND p.carrier = s.request
)
SELECT repository, sha, request, rule, bool_and(carried) AS carried
FROM (FROM answered QUALIFY rule = min(rule) OVER (PARTITION BY repository, sha)) GROUP BY repository, sha, request, rule;

-- The changes of a commit on main: the requests of the first rule that finds one, or the direct push.
CREATE OR REPLACE TABLE landed_as AS
SELECT m.*, j.request, m.repository || '#' || j.request AS change, j.carried,
       CASE WHEN j.carried THEN 'carried' ELSE ['merge_sha', 'subject', 'listed'][j.rule] END AS joined_by
FROM on_main AS m JOIN joined AS j USING (repository, sha)
UNION ALL
SELECT m.*, NULL, m.repository || '@' || m.landing, false, 'push' FROM on_main AS m ANTI JOIN joined USING (repository, sha);

-- A change owns its commits on main, what those brought (not what was carried), and the commits of its request.
-- What it owns only because it was carried says nothing of when, by whom and where it was written.
CREATE OR REPLACE TABLE owned AS
SELECT repository, change, sha, bool_or(tells) AS tells FROM (
    SELECT l.repository, l.change, b.sha, true AS tells
    FROM landed_as AS l JOIN bringer AS b ON b.repository = l.repository AND b.bringer = l.sha WHERE NOT l.carried
    UNION ALL SELECT repository, change, sha, NOT carried FROM landed_as
    UNION ALL SELECT repository, repository || '#' || request, sha, true FROM claimed_commit ANTI JOIN carrier USING (repository, request)
) GROUP BY repository, change, sha;

CREATE OR REPLACE TABLE told_by_commits AS
SELECT repository, change, min(authored_at) AS first_authored_at, min(ai_evidence) AS commits_evidence,
       list_sort(list_distinct(flatten(list(services) FILTER (WHERE services IS NOT NULL)))) AS services
FROM owned JOIN known_commit USING (repository, sha) WHERE tells GROUP BY repository, change;

-- It landed at the smallest position of its commits on main, and is joined as that commit is.
CREATE OR REPLACE TABLE landed_change AS
SELECT repository, change, any_value(request) AS request, count(*) AS landings, min(place) AS place,
       arg_min(landed_at, place) AS landed_at, arg_min(sha, place) AS landing_sha, arg_min(joined_by, place) AS joined_by
FROM landed_as GROUP BY repository, change;

-- It reverts what owns a commit that its commits say they revert, and the request that its request says it reverts.
CREATE OR REPLACE TABLE reverted_change AS
SELECT o.repository, o.change, t.change AS reverted
FROM owned AS o JOIN revert AS v USING (repository, sha) JOIN owned AS t ON t.repository = v.repository AND t.sha = v.reverted
WHERE o.tells AND t.change <> o.change
UNION
SELECT repository, repository || '#' || request, repository || '#' || reverts_request
FROM request ANTI JOIN carrier USING (repository, request) WHERE reverts_request <> request;
