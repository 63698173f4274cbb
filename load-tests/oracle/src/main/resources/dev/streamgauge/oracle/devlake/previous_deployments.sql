-- Which successful deployment did each one replace? (DevLake: enrichPrevSuccessDeploymentCommits)
-- Only finished successes of the project's scopes, with a repository and an environment, are walked. A lane is a scope, a repository
-- and an environment. The order is that of their finish; which of two that finish together comes first is left to the
-- database there, and is settled by their ids here.
CREATE TABLE replaced AS
SELECT id, lag(id) OVER (PARTITION BY cicd_scope_id, repo_url, environment ORDER BY moment(finished_date), id) AS previous
FROM cicd_deployment_commits SEMI JOIN project_scope USING (cicd_scope_id)
WHERE result = 'SUCCESS' AND finished_date IS NOT NULL AND environment <> '' AND repo_url <> '';

-- What was not walked keeps what it had.
CREATE VIEW previous_deployments AS
SELECT d.id, commit_sha, result, iso(started_date) AS started_date, iso(finished_date) AS finished_date, cicd_deployment_id,
       cicd_scope_id, repo_url, environment,
       CASE WHEN r.id IS NULL THEN d.prev_success_deployment_commit_id ELSE r.previous END AS prev_success_deployment_commit_id
FROM cicd_deployment_commits AS d LEFT JOIN replaced AS r USING (id);
