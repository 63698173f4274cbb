-- What was said? Every line, with the types of the schema (never guessed from the data) and its defaults.
-- A line that is there twice does no harm: all that follows takes minima, maxima, unions and distinct counts.
CREATE OR REPLACE TABLE event AS
SELECT
    type, coalesce(source, 'file') AS source, repository, millis(occurred_at) AS occurred_at,
    branch, default_branch, sha, state, outcome, coalesce(attempt, 1) AS attempt,
    millis(started_at) AS started_at, millis(finished_at) AS finished_at,
    "before", "after", coalesce("position", 0) AS "position", coalesce(parts, 1) AS parts,
    coalesce(commits, []) AS commits,
    request, target_branch, head_sha, coalesce(commit_shas, []) AS commit_shas, merge_sha,
    millis(opened_at) AS opened_at, actor_class, ai_evidence,
    run_id, job, workflow, "trigger", head_repository,
    deploy_id, service, environment
FROM read_json(getvariable('files'), format = 'newline_delimited', columns = {
    type: 'VARCHAR', source: 'VARCHAR', repository: 'VARCHAR', occurred_at: 'VARCHAR',
    branch: 'VARCHAR', default_branch: 'VARCHAR', sha: 'VARCHAR', state: 'VARCHAR', outcome: 'VARCHAR', attempt: 'INTEGER',
    started_at: 'VARCHAR', finished_at: 'VARCHAR',
    "before": 'VARCHAR', "after": 'VARCHAR', "position": 'BIGINT', parts: 'INTEGER',
    commits: 'STRUCT(sha VARCHAR, parents VARCHAR[], brought_by VARCHAR, authored_at VARCHAR, request VARCHAR)[]',
    request: 'VARCHAR', target_branch: 'VARCHAR', head_sha: 'VARCHAR', commit_shas: 'VARCHAR[]', merge_sha: 'VARCHAR',
    opened_at: 'VARCHAR', actor_class: 'VARCHAR', ai_evidence: 'VARCHAR',
    run_id: 'VARCHAR', job: 'VARCHAR', workflow: 'VARCHAR', "trigger": 'VARCHAR', head_repository: 'VARCHAR',
    deploy_id: 'VARCHAR', service: 'VARCHAR', environment: 'VARCHAR'});
