-- The words that the questions share. Run once per connection.
SET TimeZone = 'UTC';
SET preserve_insertion_order = false;

-- A time in a line is ISO-8601 with an offset (seconds may be left out) or epoch milliseconds.
CREATE OR REPLACE MACRO millis(said) AS coalesce(
    TRY_CAST(said AS BIGINT),
    epoch_ms(CAST(regexp_replace(said, 'T(\d\d:\d\d)([Zz+-])', 'T\1:00\2') AS TIMESTAMPTZ)));

-- A published time: UTC, always three decimals.
CREATE OR REPLACE MACRO iso(ms) AS strftime(epoch_ms(CAST(ms AS BIGINT)), '%Y-%m-%dT%H:%M:%S.%gZ');

-- The tumbling windows; date_trunc's week is the ISO week, from Monday.
CREATE OR REPLACE MACRO window_start(size, ms) AS epoch_ms(date_trunc(size, epoch_ms(CAST(ms AS BIGINT))));
CREATE OR REPLACE TABLE window_size AS
SELECT unnest(['hour', 'day', 'week']) AS size, unnest([3600000, 86400000, 604800000]) AS length_ms;

-- Five minutes: how far two clocks may disagree.
CREATE OR REPLACE MACRO tolerance() AS CAST(300000 AS BIGINT);

-- sum / count, rounded half up: floor(sum / count + 1/2), in whole numbers.
CREATE OR REPLACE MACRO mean_half_up(total, n) AS
    CASE WHEN n > 0 THEN CAST((2 * CAST(total AS HUGEINT) + n) // (2 * n) AS BIGINT) END;

-- Nearest rank: the ⌈percent · n / 100⌉-th smallest, in whole numbers. Null for an empty or missing list.
CREATE OR REPLACE MACRO nearest_rank(sorted, percent) AS sorted[(len(sorted) * percent + 99) // 100];

-- The earlier in the list dominates; what is not in the list comes last.
CREATE OR REPLACE MACRO outcome_rank(outcome) AS coalesce(list_position(
    ['success', 'failure', 'timed_out', 'startup_failure', 'action_required',
     'infrastructure_error', 'cancelled', 'stale', 'neutral', 'skipped'], outcome), 99);

-- What can be compared between finished snapshots of one entity: the least of these is the final word.
CREATE OR REPLACE MACRO finish(outcome, finished_at, occurred_at) AS
    {'rank': outcome_rank(outcome), 'outcome': coalesce(outcome, ''), 'at': coalesce(finished_at, occurred_at)};

-- Requests are ordered by number, then by text; what is not a number comes after all numbers.
CREATE OR REPLACE MACRO request_order(request) AS {
    'no_number': NOT regexp_full_match(request, '[0-9]+'),
    'digits': CASE WHEN regexp_full_match(request, '[0-9]+') THEN length(ltrim(request, '0')) ELSE 0 END,
    'number': CASE WHEN regexp_full_match(request, '[0-9]+') THEN ltrim(request, '0') ELSE '' END,
    'request': request};

-- Whether a change may concern a service: if nobody knows its services, any.
CREATE OR REPLACE MACRO concerns(services, service) AS coalesce(list_contains(services, service), true);

-- A part of a whole, from 0 to 1; null if the whole is nothing.
CREATE OR REPLACE MACRO rate(part, whole) AS CASE WHEN whole > 0 THEN CAST(part AS DOUBLE) / CAST(whole AS DOUBLE) END;

-- Some durations at once: how many there are, their sum, and all of them in order (null if there are none).
CREATE OR REPLACE MACRO spread(ms) AS {
    'n': count(ms), 'total': CAST(coalesce(sum(ms), 0) AS BIGINT),
    'sorted': list_sort(list(ms) FILTER (WHERE ms IS NOT NULL))};

-- The length of a stage, if it occurred.
CREATE OR REPLACE MACRO occurred(ms, stage, absent_stages) AS CASE WHEN NOT list_contains(absent_stages, stage) THEN ms END;

-- From one moment to another in whole minutes, rounded up; null if one is missing or they are in the wrong order.
CREATE OR REPLACE MACRO whole_minutes(since, until) AS CASE WHEN until >= since THEN (until - since + 59999) // 60000 * 60000 END;

-- The stages by their number in the flow, and what one of them sums to.
CREATE OR REPLACE MACRO stage_name(n) AS ['coding', 'pickup', 'review', 'merge', 'integration', 'deploy_wait', 'deploy_run'][n];
CREATE OR REPLACE MACRO part(sums, n) AS CAST(coalesce(sums[n], 0) AS BIGINT);
