-- What is known about each change request?
CREATE OR REPLACE TABLE said_of_request AS
SELECT *, coalesce(list_position(['draft', 'open', 'closed'], state), 0) AS progress,
       coalesce(state = 'merged' AND target_branch = default_branch, false) AS into_main
FROM event WHERE type = 'ReviewChanged';

-- `merged` dominates; otherwise the latest snapshot wins, and of several of one instant the furthest.
CREATE OR REPLACE TABLE request AS
SELECT repository, request,
       CASE WHEN bool_or(state = 'merged') THEN 'merged'
            ELSE max({'at': occurred_at, 'progress': progress, 'state': state}).state END AS state,
       min(opened_at) AS opened_at, min(merged_at) AS merged_at,
       coalesce(max(ready_at), CASE WHEN NOT bool_or(state = 'draft') THEN min(opened_at) END) AS ready_at,
       min(author) AS author, min(actor_class) AS actor_class, min(ai_evidence) AS ai_evidence, min(url) AS url,
       min(source_branch) AS source_branch, min(head_repository) AS head_repository,
       list(DISTINCT target_branch) FILTER (WHERE target_branch IS NOT NULL) AS target_branches,
       min(reverts_request) AS reverts_request, coalesce(bool_or(hotfix), false) AS hotfix, bool_or(into_main) AS into_main
FROM said_of_request GROUP BY repository, request;

CREATE OR REPLACE TABLE merge_commit AS
SELECT DISTINCT repository, request, merge_sha AS sha FROM said_of_request WHERE state = 'merged' AND merge_sha IS NOT NULL;

-- What a request names, and in which of its snapshots; with what merged it, that is what it claims.
CREATE OR REPLACE TABLE named_commit AS
SELECT repository, request, sha, bool_or(into_main) AS into_main
FROM (SELECT repository, request, into_main, unnest(commit_shas) AS sha FROM said_of_request
      UNION ALL SELECT repository, request, into_main, head_sha FROM said_of_request WHERE head_sha IS NOT NULL)
GROUP BY repository, request, sha;

CREATE OR REPLACE TABLE claimed_commit AS
SELECT repository, request, sha FROM named_commit UNION SELECT repository, request, sha FROM merge_commit;
