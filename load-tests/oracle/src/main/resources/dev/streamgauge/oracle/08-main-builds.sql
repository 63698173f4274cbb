-- Which builds ran, and which of them for main itself? Each attempt, as all its snapshots together say.
CREATE OR REPLACE TABLE build AS
SELECT repository, run_id, attempt, job, min(workflow) AS workflow, min(sha) AS sha, min("trigger") AS "trigger",
       min(branch) AS branch, min(default_branch) AS default_branch, min(head_repository) AS head_repository,
       min(queued_at) AS queued_at, min(approval_requested_at) AS approval_requested_at, min(approved_at) AS approved_at,
       min(ready_at) AS ready_at, min(started_at) AS started_at,
       min(finish(outcome, finished_at, occurred_at)) FILTER (WHERE state = 'finished') AS final
FROM event WHERE type = 'BuildChanged' GROUP BY repository, run_id, attempt, job;

CREATE OR REPLACE TABLE required_workflow AS
SELECT workflow FROM (SELECT DISTINCT workflow FROM build) SEMI JOIN setting_required ON regexp_full_match(workflow, regex, 's');

-- On main: by push or schedule, on the default branch, of this very repository.
CREATE OR REPLACE TABLE finished_build AS
SELECT b.repository, b.run_id, b.attempt, b.job, b.workflow, b.sha, b."trigger",
       queued_at, approval_requested_at, approved_at, ready_at, started_at, final.at AS finished_at, nullif(final.outcome, '') AS outcome,
       coalesce(final.outcome = 'success', false) AS succeeded,
       coalesce(final.outcome IN ('failure', 'timed_out', 'startup_failure', 'action_required'), false) AS failed,
       coalesce("trigger" IN ('push', 'schedule') AND branch = default_branch
                AND coalesce(head_repository, b.repository) = b.repository, false) AS on_main,
       r.workflow IS NOT NULL AS required
FROM build AS b LEFT JOIN required_workflow AS r USING (workflow) WHERE final IS NOT NULL;

-- Only whole runs count.
CREATE OR REPLACE TABLE main_build AS SELECT * FROM finished_build WHERE on_main AND job IS NULL;

-- The walk: successes and failures of commits on main, in commit order. A build's time t is never before its commit's landing.
CREATE OR REPLACE TABLE step AS
SELECT *, dense_rank() OVER (ORDER BY repository, workflow) AS walk,
       row_number() OVER (PARTITION BY repository, workflow ORDER BY place, t, run_id, attempt) AS nth
FROM (SELECT b.*, m.place, greatest(b.finished_at, m.landed_at) AS t
      FROM main_build AS b JOIN on_main AS m USING (repository, sha) WHERE b.succeeded OR b.failed);

-- Per place with a required success: when main was first green there or further on.
CREATE OR REPLACE TABLE green AS
SELECT repository, place, min(t) OVER (PARTITION BY repository ORDER BY place ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS t
FROM (SELECT repository, place, min(t) AS t FROM step WHERE succeeded AND required GROUP BY repository, place);

CREATE OR REPLACE TABLE green_after AS
SELECT l.repository, l.change, g.t AS green_at
FROM landed_change AS l ASOF JOIN green AS g ON g.repository = l.repository AND l.place <= g.place;
