-- What is known about each change request?
CREATE OR REPLACE TABLE said_of_request AS
SELECT *, coalesce(list_position(['draft', 'open', 'closed'], state), 0) AS progress FROM event WHERE type = 'ReviewChanged';

-- `merged` dominates; otherwise the latest snapshot wins, and of several of one instant the furthest.
CREATE OR REPLACE TABLE request AS
SELECT repository, request,
       CASE WHEN bool_or(state = 'merged') THEN 'merged'
            ELSE max({'at': occurred_at, 'progress': progress, 'state': state}).state END AS state,
       min(opened_at) AS opened_at, min(actor_class) AS actor_class, min(ai_evidence) AS ai_evidence,
       coalesce(bool_or(state = 'merged' AND target_branch = default_branch), false) AS merged_into_main
FROM said_of_request GROUP BY repository, request;

CREATE OR REPLACE TABLE merge_commit AS
SELECT DISTINCT repository, request, merge_sha AS sha FROM said_of_request WHERE state = 'merged' AND merge_sha IS NOT NULL;

CREATE OR REPLACE TABLE request_commit AS
SELECT repository, request, unnest(commit_shas) AS sha FROM said_of_request
UNION SELECT repository, request, head_sha FROM said_of_request WHERE head_sha IS NOT NULL
UNION SELECT repository, request, sha FROM merge_commit;
