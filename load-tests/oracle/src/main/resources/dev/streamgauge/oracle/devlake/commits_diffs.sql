-- Which commits did each deployment bring, over the one that it replaced? (DevLake: refdiff's calculateDeploymentCommitsDiff)
-- Every deployment of the project's scopes has a pair, whatever its result or environment. One without a predecessor is
-- compared with nothing: it brings its whole history. A pair that was computed once is never computed again there, also
-- if its commits arrive later; here nothing was computed before.
CREATE TABLE pair AS
SELECT DISTINCT d.commit_sha AS new_commit_sha, coalesce(p.commit_sha, '') AS old_commit_sha
FROM cicd_deployment_commits AS d SEMI JOIN project_scope USING (cicd_scope_id)
LEFT JOIN cicd_deployment_commits AS p ON p.id = d.prev_success_deployment_commit_id;

-- The graph holds the parents of the commits that are known in the project's repositories, in the order in which they are told.
CREATE TABLE parent AS
SELECT commit_sha, parent_commit_sha, row_number() OVER (PARTITION BY commit_sha ORDER BY min(p.rowid)) AS nth
FROM commit_parents AS p SEMI JOIN (repo_commits SEMI JOIN project_repository USING (repo_id)) USING (commit_sha)
GROUP BY commit_sha, parent_commit_sha;

CREATE TABLE held AS
WITH RECURSIVE down(new_commit_sha, old_commit_sha, commit_sha) AS (
    SELECT new_commit_sha, old_commit_sha, old_commit_sha FROM pair
    UNION
    SELECT new_commit_sha, old_commit_sha, parent_commit_sha FROM down JOIN parent USING (commit_sha)
)
SELECT * FROM down;

-- The walk from the new commit goes depth first, and never into what the old one holds. A history has no cycles; so the
-- order of a depth-first walk is the order of each commit's smallest path, where a step's number is that of the parent.
CREATE TABLE brought AS
WITH RECURSIVE walk(new_commit_sha, old_commit_sha, commit_sha, path) USING KEY (new_commit_sha, old_commit_sha, commit_sha) AS (
    SELECT new_commit_sha, old_commit_sha, new_commit_sha, [CAST(0 AS BIGINT)]
    FROM pair WHERE (new_commit_sha, old_commit_sha, new_commit_sha) NOT IN (FROM held)
    UNION
    SELECT w.new_commit_sha, w.old_commit_sha, p.parent_commit_sha, min(list_append(w.path, p.nth))
    FROM walk AS w JOIN parent AS p USING (commit_sha)
    LEFT JOIN recurring.walk AS known ON known.new_commit_sha = w.new_commit_sha
        AND known.old_commit_sha = w.old_commit_sha AND known.commit_sha = p.parent_commit_sha
    WHERE (w.new_commit_sha, w.old_commit_sha, p.parent_commit_sha) NOT IN (FROM held)
      AND (known.path IS NULL OR list_append(w.path, p.nth) < known.path)
    GROUP BY ALL
)
SELECT * FROM walk;

CREATE VIEW commits_diffs AS
SELECT new_commit_sha, old_commit_sha, commit_sha,
       row_number() OVER (PARTITION BY new_commit_sha, old_commit_sha ORDER BY path) AS sorting_index
FROM brought;

CREATE VIEW finished_commits_diffs AS SELECT * FROM pair;
