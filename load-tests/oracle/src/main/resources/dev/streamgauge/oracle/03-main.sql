-- Which commits are on main, in which order, and which commits did each of them bring?
-- The commits of each landing's record; `after` follows all of them if it is not listed.
CREATE OR REPLACE TABLE carried AS
SELECT record, repository, nth, sha, brought_by, request FROM listed SEMI JOIN (FROM push WHERE is_landing) USING (record)
UNION ALL
SELECT record, repository, len(commits) + 1, "after", NULL, NULL
FROM push WHERE is_landing AND NOT list_contains(list_transform(commits, lambda c: c.sha), "after");

-- Rule 1: it says so itself. Rule 2: `after`, always. Rule 3: it names a request, and the push has a single part.
CREATE OR REPLACE TABLE ruled AS
SELECT c.*, p."after" AS landing, p.occurred_at AS landed_at, p."position" AS last_rank,
       coalesce(c.brought_by = c.sha, false) AS by_rule_1,
       c.sha = p."after" OR (c.brought_by IS NULL AND c.request IS NOT NULL AND p.parts = 1) AS by_rule_2_or_3
FROM carried AS c JOIN push AS p USING (record);

-- Looking ahead in the record: how many commits on main follow, and which is the next that rule 2 or 3 put there.
CREATE OR REPLACE TABLE landed AS
SELECT record, repository, sha, landing, landed_at, brought_by,
       by_rule_1 OR by_rule_2_or_3 AS stands,
       last_rank - coalesce(count(*) FILTER (WHERE by_rule_1 OR by_rule_2_or_3) OVER rest, 0) AS rank,
       first_value(CASE WHEN by_rule_2_or_3 THEN sha END IGNORE NULLS) OVER rest AS next_on_main
FROM ruled
WINDOW rest AS (PARTITION BY record ORDER BY nth ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);

-- Its position: the smallest triple over all landings that put it on main. `place` numbers the positions of a repository.
CREATE OR REPLACE TABLE on_main AS
SELECT *, row_number() OVER (PARTITION BY repository ORDER BY landed_at, rank, landing, sha) AS place
FROM (SELECT repository, sha, landed_at, rank, landing FROM landed WHERE stands
      QUALIFY row_number() OVER (PARTITION BY repository, sha ORDER BY landed_at, rank, landing) = 1);

-- A commit on main brought itself; any other was brought by whom each record names.
CREATE OR REPLACE TABLE bringer AS
SELECT DISTINCT repository, sha,
       CASE WHEN stands THEN sha ELSE coalesce(brought_by, next_on_main, landing) END AS bringer
FROM landed;
