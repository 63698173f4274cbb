-- Who reviewed each change, and how did it get through the merge queue? Then all is known of a change.
CREATE OR REPLACE TABLE request_change AS
SELECT r.*, r.repository || '#' || r.request AS change, l.landed_at
FROM request AS r ANTI JOIN carrier USING (repository, request) LEFT JOIN landed_change AS l USING (repository, request);

-- An unknown reviewer is nobody's author.
CREATE OR REPLACE TABLE review AS
WITH said AS (
    SELECT repository, request, r.reviewer AS reviewer, millis(r.submitted_at) AS submitted_at, r.actor_class AS actor_class,
           list_position(['dismissed', 'approved', 'changes_requested', 'commented'], r.state) AS state
    FROM (SELECT repository, request, unnest(reviews) AS r FROM said_of_request)
), merged AS (
    SELECT repository, request, submitted_at, reviewer, min(state) AS state, min(actor_class) AS actor_class
    FROM said GROUP BY repository, request, submitted_at, reviewer
)
SELECT m.repository, m.request, c.change, m.submitted_at, m.state = 2 AS approved,
       m.submitted_at <= coalesce(c.landed_at, m.submitted_at) AS in_time,
       coalesce(m.reviewer <> c.author, true) AS by_another, coalesce(m.actor_class NOT IN ('bot', 'agent'), true) AS by_no_machine
FROM merged AS m JOIN request_change AS c USING (repository, request);

CREATE OR REPLACE TABLE reviewed AS
SELECT repository, change,
       min(submitted_at) FILTER (WHERE by_another AND by_no_machine) AS first_review_at,
       max(submitted_at) FILTER (WHERE by_another AND by_no_machine AND approved AND in_time) AS approved_at,
       min(submitted_at) FILTER (WHERE by_another) AS first_other_review_at
FROM review GROUP BY repository, change;

-- A pass ends with the first of: it was taken out, it entered again, it landed. After the landing none begins.
CREATE OR REPLACE TABLE pass AS
WITH entered AS (
    SELECT repository, request, began_at, lead(began_at) OVER (PARTITION BY repository, request ORDER BY began_at) AS again_at
    FROM (SELECT DISTINCT repository, request, enqueued_at AS began_at FROM said_of_request WHERE enqueued_at IS NOT NULL)
), taken_out AS (
    SELECT DISTINCT repository, request, dequeued_at FROM said_of_request WHERE dequeued_at IS NOT NULL
), all_passes AS (
    SELECT e.*, c.change, c.landed_at, t.dequeued_at
    FROM entered AS e JOIN request_change AS c ON c.repository = e.repository AND c.request = e.request
    ASOF LEFT JOIN taken_out AS t ON t.repository = e.repository AND t.request = e.request AND e.began_at <= t.dequeued_at
)
SELECT repository, request, change, began_at, least(dequeued_at, again_at, landed_at) AS ended_at,
       coalesce(dequeued_at = least(dequeued_at, again_at, landed_at), false) AS evicted,
       coalesce(landed_at = least(dequeued_at, again_at, landed_at), false) AS landed
FROM all_passes WHERE began_at <= coalesce(landed_at, began_at);

CREATE OR REPLACE TABLE change AS
SELECT repository, change, coalesce(l.request, r.request) AS request, place, l.landed_at, landing_sha, joined_by,
       coalesce(landings, 0) AS landings, CASE WHEN place IS NULL THEN r.state ELSE 'landed' END AS state,
       first_authored_at, services, opened_at, ready_at, merged_at, first_review_at, approved_at, first_other_review_at,
       actor_class, least(ai_evidence, commits_evidence) AS ai_evidence, coalesce(hotfix, false) AS hotfix, url,
       CASE WHEN coalesce(l.request, r.request) IS NULL THEN pusher.author ELSE r.author END AS author,
       coalesce(passes, 0) AS passes, coalesce(evictions, 0) AS evictions, coalesce(reverts, []) AS reverts
FROM landed_change AS l
FULL JOIN request_change AS r USING (repository, change)
LEFT JOIN told_by_commits USING (repository, change)
LEFT JOIN reviewed USING (repository, change)
LEFT JOIN (SELECT repository, change, count(*) AS passes, count_if(evicted) AS evictions FROM pass GROUP BY ALL) USING (repository, change)
LEFT JOIN (SELECT repository, change, list_sort(list(reverted)) AS reverts FROM reverted_change GROUP BY ALL) USING (repository, change)
LEFT JOIN (SELECT repository, sha AS landing_sha, author FROM known_commit) AS pusher USING (repository, landing_sha);

-- Before the landing it waits for somebody; where, is for its latest known step to say.
CREATE OR REPLACE VIEW changes AS
SELECT repository, change, CASE WHEN request IS NULL THEN 'direct' ELSE 'request' END AS kind, state, request, joined_by,
       iso(first_authored_at) AS first_authored_at, iso(opened_at) AS opened_at, iso(landed_at) AS landed_at,
       landing_sha, landings, actor_class, ai_evidence, author, services, iso(ready_at) AS ready_at,
       iso(first_review_at) AS first_review_at, iso(approved_at) AS approved_at,
       passes AS merge_queue_passes, evictions AS merge_queue_evictions, hotfix, reverts, open_stage,
       iso(CASE open_stage WHEN 'coding' THEN coalesce(first_authored_at, opened_at) WHEN 'merge' THEN approved_at
           WHEN 'review' THEN first_review_at WHEN 'pickup' THEN ready_at END) AS open_since,
       url, '1' AS definition
FROM (SELECT *, CASE WHEN state NOT IN ('draft', 'open') THEN NULL WHEN state = 'draft' OR ready_at IS NULL THEN 'coding'
                     WHEN approved_at IS NOT NULL THEN 'merge' WHEN first_review_at IS NOT NULL THEN 'review'
                     ELSE 'pickup' END AS open_stage FROM change);
