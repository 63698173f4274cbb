-- What is known to be missing, per repository (source *), and when did each source speak? Who owns it is no event of its delivery.
CREATE OR REPLACE TABLE missing AS
SELECT repository, count_if(what = 'sha_unknown') AS deploys_sha_unknown, count_if(what = 'off_main') AS deploys_off_main,
       count_if(what = 'build') AS builds_without_landing, count_if(what = 'merge') AS merges_without_landing,
       count_if(what = 'gap') AS landing_gaps, count_if(what = 'incident') AS incidents_unattributed
FROM (
    SELECT repository, unjoined_reason AS what FROM placed_deploy WHERE joined_by = 'unjoined'
    UNION ALL
    SELECT repository, 'build' FROM main_build ANTI JOIN on_main USING (repository, sha) WHERE succeeded OR failed
    UNION ALL
    SELECT repository, 'merge' FROM request_change WHERE into_main AND landed_at IS NULL
    UNION ALL
    SELECT repository, 'incident' FROM incident ANTI JOIN blamed USING (repository, incident_id)
    UNION ALL
    SELECT repository, 'gap' FROM (SELECT DISTINCT repository, "before", "after" FROM push WHERE is_landing AND "before" IS NOT NULL)
    ANTI JOIN (SELECT repository, sha AS "before" FROM on_main) USING (repository, "before")
) GROUP BY repository;

CREATE OR REPLACE VIEW completeness AS
SELECT repository, source, iso(min(occurred_at)) AS first_event_at, iso(max(occurred_at)) AS last_event_at,
       0 AS deploys_sha_unknown, 0 AS deploys_off_main, 0 AS builds_without_landing, 0 AS merges_without_landing,
       0 AS landing_gaps, 0 AS incidents_unattributed, '1' AS definition
FROM event WHERE type <> 'RepositoryOwned' GROUP BY repository, source
UNION ALL
SELECT repository, '*', iso(min(occurred_at)), iso(max(occurred_at)),
       coalesce(any_value(deploys_sha_unknown), 0), coalesce(any_value(deploys_off_main), 0),
       coalesce(any_value(builds_without_landing), 0), coalesce(any_value(merges_without_landing), 0),
       coalesce(any_value(landing_gaps), 0), coalesce(any_value(incidents_unattributed), 0), '1'
FROM event LEFT JOIN missing USING (repository) WHERE type <> 'RepositoryOwned' GROUP BY repository;
