-- Which changes are there, what does each own, and when did it land?
-- The changes of a commit on main: requests whose merge_sha it is, or the one its message names, or the direct push.
CREATE OR REPLACE TABLE landed_as AS
SELECT m.*, r.request, m.repository || '#' || r.request AS change, 'merge_sha' AS joined_by
FROM on_main AS m JOIN merge_commit AS r USING (repository, sha)
UNION ALL
SELECT m.*, c.request, coalesce(m.repository || '#' || c.request, m.repository || '@' || m.landing),
       CASE WHEN c.request IS NULL THEN 'push' ELSE 'subject' END
FROM on_main AS m ANTI JOIN merge_commit USING (repository, sha) LEFT JOIN known_commit AS c USING (repository, sha);

-- A change owns its commits on main, what those brought (they brought themselves), and the commits of its request.
CREATE OR REPLACE TABLE owned AS
SELECT l.repository, l.change, b.sha FROM landed_as AS l JOIN bringer AS b ON b.repository = l.repository AND b.bringer = l.sha
UNION SELECT repository, change, sha FROM landed_as
UNION SELECT repository, repository || '#' || request, sha FROM request_commit;

CREATE OR REPLACE TABLE first_authored AS
SELECT repository, change, min(authored_at) AS first_authored_at
FROM owned JOIN known_commit USING (repository, sha) GROUP BY repository, change;

-- It landed at the smallest position of its commits on main, and is joined as that commit is.
CREATE OR REPLACE TABLE landed_change AS
SELECT repository, change, any_value(request) AS request, count(*) AS landings, min(place) AS place,
       arg_min(landed_at, place) AS landed_at, arg_min(sha, place) AS landing_sha, arg_min(joined_by, place) AS joined_by
FROM landed_as GROUP BY repository, change;

CREATE OR REPLACE TABLE change AS
SELECT repository, change, coalesce(l.request, r.request) AS request, place, landed_at, landing_sha, joined_by,
       coalesce(landings, 0) AS landings, CASE WHEN place IS NULL THEN r.state ELSE 'landed' END AS state,
       first_authored_at, opened_at, actor_class, ai_evidence
FROM landed_change AS l
FULL JOIN (SELECT *, repository || '#' || request AS change FROM request) AS r USING (repository, change)
LEFT JOIN first_authored USING (repository, change);

CREATE OR REPLACE VIEW changes AS
SELECT repository, change, CASE WHEN request IS NULL THEN 'direct' ELSE 'request' END AS kind, state, request, joined_by,
       iso(first_authored_at) AS first_authored_at, iso(opened_at) AS opened_at, iso(landed_at) AS landed_at,
       landing_sha, landings, actor_class, ai_evidence, '1' AS definition
FROM change;
