-- What is known to be missing, what goes on, and when did each source speak? Who owns it, and a look at it, is no event of its delivery.
CREATE OR REPLACE TABLE missing AS
SELECT repository, count_if(what = 'sha_unknown') AS deploys_sha_unknown, count_if(what = 'off_main') AS deploys_off_main,
       count_if(what = 'build') AS builds_without_landing, count_if(what = 'merge') AS merges_without_landing,
       count_if(what = 'gap') AS landing_gaps, count_if(what = 'incident') AS incidents_unattributed,
       count_if(what = 'unfinished_build') AS builds_unfinished, count_if(what = 'unfinished_deploy') AS deploys_unfinished,
       count_if(what = 'open_request') AS requests_open, count_if(what = 'open_incident') AS incidents_open
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
    UNION ALL
    SELECT repository, 'unfinished_build' FROM build WHERE job IS NULL AND final IS NULL
    UNION ALL
    SELECT repository, 'unfinished_deploy' FROM deploy WHERE state <> 'finished'
    UNION ALL
    SELECT repository, 'open_request' FROM request_change WHERE state IN ('draft', 'open') AND landed_at IS NULL
    UNION ALL
    SELECT repository, 'open_incident' FROM incident WHERE state = 'open'
) GROUP BY repository;

CREATE OR REPLACE TABLE spoken AS
SELECT repository, source, min(occurred_at) AS first_at, max(occurred_at) AS last_at, max(received_at) AS received_at
FROM event WHERE type NOT IN ('RepositoryOwned', 'SourceChecked') GROUP BY repository, source;

-- Of each source the last look; and when any look last found something lost.
CREATE OR REPLACE TABLE looked AS
SELECT repository, source, occurred_at AS checked_at, checked_since, missing_since, waiting, lost,
       max(occurred_at) FILTER (WHERE lost > 0) OVER (PARTITION BY repository, source) AS lost_at
FROM event WHERE type = 'SourceChecked'
QUALIFY row_number() OVER (PARTITION BY repository, source
    ORDER BY occurred_at DESC, lost DESC, waiting DESC, missing_since ASC NULLS LAST, checked_since ASC NULLS LAST) = 1;

CREATE OR REPLACE TABLE told AS
SELECT * FROM spoken FULL JOIN looked USING (repository, source)
UNION ALL BY NAME
SELECT repository, '*' AS source, min(first_at) AS first_at, max(last_at) AS last_at, max(received_at) AS received_at,
       min(missing_since) AS missing_since, coalesce(sum(waiting), 0)::BIGINT AS waiting, coalesce(sum(lost), 0)::BIGINT AS lost, max(lost_at) AS lost_at
FROM spoken FULL JOIN looked USING (repository, source) GROUP BY repository;

CREATE OR REPLACE VIEW completeness AS
WITH counted AS (
    SELECT t.*, COLUMNS(m.* EXCLUDE (repository))
    FROM told AS t LEFT JOIN missing AS m ON m.repository = t.repository AND t.source = '*'
)
SELECT repository, source, iso(first_at) AS first_event_at, iso(last_at) AS last_event_at,
       coalesce(deploys_sha_unknown, 0) AS deploys_sha_unknown, coalesce(deploys_off_main, 0) AS deploys_off_main,
       coalesce(builds_without_landing, 0) AS builds_without_landing, coalesce(merges_without_landing, 0) AS merges_without_landing,
       coalesce(landing_gaps, 0) AS landing_gaps, coalesce(incidents_unattributed, 0) AS incidents_unattributed,
       coalesce(builds_unfinished, 0) AS builds_unfinished, coalesce(deploys_unfinished, 0) AS deploys_unfinished,
       coalesce(requests_open, 0) AS requests_open, coalesce(incidents_open, 0) AS incidents_open,
       iso(received_at) AS last_received_at,
       CASE WHEN source = '*' AND lost > 0 THEN 'commits,requests,builds,deploys,incidents' ELSE nullif(concat_ws(',',
           CASE WHEN landing_gaps > 1 OR deploys_sha_unknown + builds_without_landing + merges_without_landing > 0 THEN 'commits' END,
           CASE WHEN incidents_unattributed > 0 THEN 'deploys' END), '') END AS mend,
       iso(checked_at) AS webhooks_checked_at, iso(checked_since) AS webhooks_checked_since,
       coalesce(waiting, 0) AS webhooks_waiting, coalesce(lost, 0) AS webhooks_lost,
       iso(missing_since) AS webhooks_missing_since, iso(lost_at) AS webhooks_lost_at,
       '1' AS definition
FROM counted;
