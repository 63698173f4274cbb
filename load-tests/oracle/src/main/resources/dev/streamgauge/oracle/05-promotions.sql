-- Which requests only carry other changes from one long-lived branch to another?
-- Long-lived is what something was merged into, and every default branch that a request named.
CREATE OR REPLACE TABLE long_lived AS
SELECT repository, branch, bool_or(is_default) AS is_default
FROM (SELECT repository, target_branch AS branch, false AS is_default FROM said_of_request WHERE state = 'merged'
      UNION ALL SELECT repository, default_branch, true FROM said_of_request)
WHERE branch IS NOT NULL GROUP BY repository, branch;

-- What requests from branches that are not long-lived, or not known, claim.
CREATE OR REPLACE TABLE feature_commit AS
SELECT DISTINCT c.repository, c.sha
FROM claimed_commit AS c JOIN request AS r USING (repository, request)
ANTI JOIN long_lived AS l ON l.repository = r.repository AND l.branch = r.source_branch;

-- From main itself, or with nothing of its own: each commit that it names, and there is one, is a feature's too.
CREATE OR REPLACE TABLE carrier AS
SELECT r.repository, r.request
FROM request AS r
JOIN long_lived AS l ON l.repository = r.repository AND l.branch = r.source_branch
LEFT JOIN (SELECT n.repository, n.request, bool_and(f.sha IS NOT NULL) AS all_carried
           FROM named_commit AS n LEFT JOIN feature_commit AS f USING (repository, sha)
           GROUP BY n.repository, n.request) AS own
  ON own.repository = r.repository AND own.request = r.request
WHERE coalesce(r.head_repository, r.repository) = r.repository
  AND NOT coalesce(list_contains(r.target_branches, r.source_branch), false)
  AND (l.is_default OR coalesce(own.all_carried, false));

CREATE OR REPLACE TABLE passenger AS
SELECT DISTINCT n.repository, n.request AS carrier, c.request
FROM named_commit AS n
SEMI JOIN carrier AS own ON own.repository = n.repository AND own.request = n.request
JOIN claimed_commit AS c ON c.repository = n.repository AND c.sha = n.sha
ANTI JOIN carrier AS other ON other.repository = c.repository AND other.request = c.request;
