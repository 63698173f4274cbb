-- What was said? Every line, with the types of the schema (never guessed from the data) and its defaults.
-- A line that is there twice does no harm: all that follows takes minima, maxima, unions and distinct counts.
CREATE OR REPLACE TABLE event AS
SELECT * REPLACE (
    coalesce(source, 'file') AS source, millis(occurred_at) AS occurred_at,
    millis(coalesce(received_at, occurred_at)) AS received_at, coalesce(attempt, 1) AS attempt,
    millis(created_at) AS created_at, millis(queued_at) AS queued_at,
    millis(approval_requested_at) AS approval_requested_at, millis(approved_at) AS approved_at,
    millis(started_at) AS started_at, millis(finished_at) AS finished_at,
    coalesce("position", 0) AS "position", coalesce(parts, 1) AS parts, coalesce(commits, []) AS commits,
    coalesce(commit_shas, []) AS commit_shas, coalesce(reviews, []) AS reviews, coalesce(repositories, []) AS repositories,
    millis(opened_at) AS opened_at, millis(ready_at) AS ready_at, millis(enqueued_at) AS enqueued_at,
    millis(dequeued_at) AS dequeued_at, millis(merged_at) AS merged_at, millis(closed_at) AS closed_at,
    millis(resolved_at) AS resolved_at,
    millis(checked_since) AS checked_since, millis(missing_since) AS missing_since, coalesce(waiting, 0) AS waiting, coalesce(lost, 0) AS lost)
FROM read_json(getvariable('files'), format = 'newline_delimited', columns = {
    type: 'VARCHAR', source: 'VARCHAR', repository: 'VARCHAR', occurred_at: 'VARCHAR', received_at: 'VARCHAR',
    branch: 'VARCHAR', default_branch: 'VARCHAR', sha: 'VARCHAR', state: 'VARCHAR', outcome: 'VARCHAR', attempt: 'INTEGER',
    created_at: 'VARCHAR', queued_at: 'VARCHAR', approval_requested_at: 'VARCHAR', approved_at: 'VARCHAR',
    started_at: 'VARCHAR', finished_at: 'VARCHAR',
    "before": 'VARCHAR', "after": 'VARCHAR', "position": 'BIGINT', parts: 'INTEGER',
    commits: 'STRUCT(sha VARCHAR, parents VARCHAR[], brought_by VARCHAR, authored_at VARCHAR, author VARCHAR, request VARCHAR,
                     services VARCHAR[], picked_from VARCHAR[], reverts VARCHAR[], ai_evidence VARCHAR)[]',
    request: 'VARCHAR', author: 'VARCHAR', source_branch: 'VARCHAR', target_branch: 'VARCHAR',
    head_sha: 'VARCHAR', commit_shas: 'VARCHAR[]', merge_sha: 'VARCHAR', reverts_request: 'VARCHAR', hotfix: 'BOOLEAN',
    opened_at: 'VARCHAR', ready_at: 'VARCHAR', enqueued_at: 'VARCHAR', dequeued_at: 'VARCHAR', merged_at: 'VARCHAR', closed_at: 'VARCHAR',
    reviews: 'STRUCT(reviewer VARCHAR, actor_class VARCHAR, state VARCHAR, submitted_at VARCHAR)[]',
    actor_class: 'VARCHAR', ai_evidence: 'VARCHAR', url: 'VARCHAR',
    run_id: 'VARCHAR', job: 'VARCHAR', workflow: 'VARCHAR', "trigger": 'VARCHAR', head_repository: 'VARCHAR',
    deploy_id: 'VARCHAR', service: 'VARCHAR', environment: 'VARCHAR', repositories: 'VARCHAR[]',
    incident_id: 'VARCHAR', severity: 'VARCHAR', resolved_at: 'VARCHAR',
    team: 'VARCHAR', organisation: 'VARCHAR',
    checked_since: 'VARCHAR', missing_since: 'VARCHAR', waiting: 'BIGINT', lost: 'BIGINT'});
