-- What is known about each commit? Pushes to any branch tell, and pushes of no branch.
-- One push as one record has it; each part of a large push is a record of its own.
CREATE OR REPLACE TABLE push AS
SELECT row_number() OVER () AS record, repository, occurred_at, branch = default_branch AS is_landing,
       "before", "after", "position", parts, commits
FROM event WHERE type = 'CommitPushed';

CREATE OR REPLACE TABLE listed AS
SELECT record, repository, nth, c.sha AS sha, c.parents AS parents, c.brought_by AS brought_by,
       millis(c.authored_at) AS authored_at, c.author AS author, c.request AS request,
       c.services AS services, c.picked_from AS picked_from, c.reverts AS reverts, c.ai_evidence AS ai_evidence
FROM (SELECT record, repository, unnest(commits) AS c, generate_subscripts(commits, 1) AS nth FROM push);

-- Services that nobody knows are null; a commit that is known to touch none has an empty list.
CREATE OR REPLACE TABLE known_commit AS
SELECT repository, sha, min(authored_at) AS authored_at, min(author) AS author, min(ai_evidence) AS ai_evidence,
       (min(request_order(request)) FILTER (WHERE request IS NOT NULL)).request AS request,
       list_distinct(flatten(list(services) FILTER (WHERE services IS NOT NULL))) AS services
FROM listed GROUP BY repository, sha;

CREATE OR REPLACE TABLE parent AS
SELECT DISTINCT repository, sha, unnest(parents) AS parent FROM listed;

CREATE OR REPLACE TABLE pick AS
SELECT DISTINCT repository, sha, unnest(picked_from) AS picked FROM listed;

CREATE OR REPLACE TABLE revert AS
SELECT DISTINCT repository, sha, unnest(reverts) AS reverted FROM listed;
