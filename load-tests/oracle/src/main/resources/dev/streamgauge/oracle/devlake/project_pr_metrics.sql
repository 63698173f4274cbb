-- How long did each merged request take? (DevLake: calculateChangeLeadTime)
-- Requests of the project's repositories that are merged. What is open, or closed without merging, has no row.
CREATE TABLE merged_request AS
SELECT * FROM pull_requests WHERE merged_date IS NOT NULL AND base_repo_id IN (SELECT repo_id FROM project_repository);

-- The first commit is the one with the earliest author date. (Of several the database chooses there, the least hash here.)
CREATE TABLE first_commit AS
SELECT pull_request_id, commit_sha, commit_authored_date FROM pull_request_commits WHERE commit_authored_date IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY pull_request_id ORDER BY moment(commit_authored_date), commit_sha) = 1;

-- The first review is the earliest comment of anybody but the author, bots included, also if it is older than the request.
-- If the author is not known, nobody is left out. (Of several at once the database chooses there, the least id here.)
CREATE TABLE first_review AS
SELECT c.pull_request_id, c.id, c.created_date
FROM pull_request_comments AS c JOIN merged_request AS r ON r.id = c.pull_request_id
WHERE coalesce(r.author_id, '') = '' OR c.account_id <> r.author_id
QUALIFY row_number() OVER (PARTITION BY c.pull_request_id ORDER BY moment(c.created_date), c.id) = 1;

-- A deployment delivers the commits between the one that it replaced and its own. It must be a success in PRODUCTION of the
-- project's scopes, and not the first of its lane. Of several that hold a commit, the one that *started* first delivers it,
-- even if another finished before, and even if this one has not finished.
CREATE TABLE delivering AS
SELECT b.commit_sha, d.id, d.finished_date
FROM cicd_deployment_commits AS d SEMI JOIN project_scope USING (cicd_scope_id)
LEFT JOIN cicd_deployment_commits AS p ON p.id = d.prev_success_deployment_commit_id
JOIN commits_diffs AS b ON b.new_commit_sha = d.commit_sha AND coalesce(b.old_commit_sha, '') = coalesce(p.commit_sha, '')
WHERE d.prev_success_deployment_commit_id <> '' AND d.environment = 'PRODUCTION' AND d.result = 'SUCCESS'
QUALIFY row_number() OVER (PARTITION BY b.commit_sha ORDER BY moment(d.started_date) NULLS FIRST, d.id) = 1;

-- A request is delivered with its merge commit, and with no other of its commits; also by a deployment from before the merge.
-- The three stages around the review are measured apart, each rounded up by itself.
CREATE TABLE measured AS
SELECT r.*, c.commit_sha AS first_commit, c.commit_authored_date AS first_authored, v.id AS review, v.created_date AS reviewed,
       d.id AS deployment, d.finished_date AS deployed,
       minutes(c.commit_authored_date, r.created_date) AS coding, minutes(r.created_date, v.created_date) AS pickup,
       minutes(v.created_date, r.merged_date) AS reviewing, minutes(r.created_date, r.merged_date) AS open_for,
       minutes(r.merged_date, d.finished_date) AS deploying
FROM merged_request AS r
LEFT JOIN first_commit AS c ON c.pull_request_id = r.id
LEFT JOIN first_review AS v ON v.pull_request_id = r.id
LEFT JOIN delivering AS d ON d.commit_sha = r.merge_commit_sha AND d.finished_date IS NOT NULL;

-- The cycle is coding + (created to merged) + deploying, not pickup + review. A part without a value counts as nothing:
-- so the cycle of a request that was never deployed ends with its merge.
CREATE VIEW project_pr_metrics AS
SELECT id, getvariable('project') AS project_name, first_commit AS first_commit_sha, coding AS pr_coding_time,
       review AS first_review_id, pickup AS pr_pickup_time, reviewing AS pr_review_time, deployment AS deployment_commit_id,
       deploying AS pr_deploy_time, coalesce(coding, 0) + coalesce(open_for, 0) + coalesce(deploying, 0) AS pr_cycle_time,
       iso(first_authored) AS first_commit_authored_date, iso(reviewed) AS first_comment_date,
       iso(created_date) AS pr_created_date, iso(merged_date) AS pr_merged_date, iso(deployed) AS pr_deployed_date
FROM measured;
