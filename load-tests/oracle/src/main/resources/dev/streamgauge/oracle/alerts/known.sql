-- What is known at each look? What had been received by then; it becomes more only where something arrives.
-- Every time that an event states; when it was received is none of them.
CREATE OR REPLACE TABLE told AS
SELECT *, look_not_before(received_at) AS heard_at,
       list_filter(flatten([[occurred_at, created_at, queued_at, approval_requested_at, approved_at, started_at, finished_at,
                             opened_at, ready_at, enqueued_at, dequeued_at, merged_at, closed_at, resolved_at],
                            list_transform(reviews, lambda r: millis(r.submitted_at)),
                            list_transform(commits, lambda c: millis(c.authored_at))]), lambda t: t IS NOT NULL) AS times
FROM event WHERE type <> 'RepositoryOwned';

CREATE OR REPLACE TABLE owner_told AS SELECT *, look_not_before(received_at) AS heard_at FROM event WHERE type = 'RepositoryOwned';

-- What was history when it was received? What says the same again is no news.
CREATE OR REPLACE TABLE history AS
SELECT repository, first_received AS received_at
FROM (SELECT * EXCLUDE (received_at, heard_at), min(received_at) AS first_received FROM told GROUP BY ALL)
WHERE first_received - list_max(times) > getvariable('history');

-- A repository as it is known from one look up to another. All facts are of one repository, so each such state passes for one.
CREATE OR REPLACE TABLE known AS
SELECT heard_at || '/' || repository AS name, repository, heard_at AS from_look,
       coalesce(lead(heard_at) OVER (PARTITION BY repository ORDER BY heard_at) - 1, (SELECT max(look) FROM look)) AS to_look
FROM (SELECT DISTINCT repository, heard_at FROM told) WHERE heard_at <= (SELECT max(look) FROM look);

CREATE OR REPLACE TABLE event AS
SELECT t.* REPLACE (k.name AS repository, k.from_look || '/' || t.head_repository AS head_repository)
FROM told AS t JOIN known AS k ON k.repository = t.repository AND t.heard_at <= k.from_look;
