-- Which builds ran for main itself? Whole runs, each attempt, as all their snapshots together say.
CREATE OR REPLACE TABLE run AS
SELECT repository, run_id, attempt, min(workflow) AS workflow, min(sha) AS sha, min("trigger") AS "trigger",
       min(branch) AS branch, min(default_branch) AS default_branch, min(head_repository) AS head_repository,
       min(finish(outcome, finished_at, occurred_at)) FILTER (WHERE state = 'finished') AS final
FROM event WHERE type = 'BuildChanged' AND job IS NULL
GROUP BY repository, run_id, attempt;

-- By push or schedule, on the default branch, of this very repository; and finished.
CREATE OR REPLACE TABLE main_build AS
SELECT repository, workflow, run_id, attempt, sha, nullif(final.outcome, '') AS outcome, final.at AS finished_at,
       coalesce(outcome = 'success', false) AS succeeded,
       coalesce(outcome IN ('failure', 'timed_out', 'startup_failure', 'action_required'), false) AS failed
FROM run
WHERE final IS NOT NULL AND "trigger" IN ('push', 'schedule') AND branch = default_branch
  AND coalesce(head_repository, repository) = repository;
