-- When did each rule fire, for what, and until when?
-- What is found at a look: nobody judges (held); the value is unknown; it is beyond the threshold (bad), where it ends (well), or between.
CREATE OR REPLACE TABLE found AS
SELECT m.rule, m.repository, m.about, m.look,
       CASE WHEN h.look IS NOT NULL THEN 'held' WHEN m.value IS NULL THEN 'unknown'
            WHEN CASE WHEN r.below THEN m.value < r.threshold ELSE m.value > r.threshold END THEN 'bad'
            WHEN CASE WHEN r.below THEN m.value >= r.clear_at ELSE m.value <= r.clear_at END THEN 'well' ELSE 'between' END AS what
FROM measured AS m JOIN alert_rule AS r USING (rule) LEFT JOIN held AS h USING (repository, look)
UNION ALL
SELECT s.rule, repository, s.about, look, 'held'
FROM (SELECT DISTINCT rule, repository, about FROM measured) AS s JOIN held USING (repository)
ANTI JOIN measured AS m ON m.rule = s.rule AND m.repository = s.repository AND m.about = s.about AND m.look = held.look;

-- Looks in a row at which the same is found. Of a rate nothing is known where there are no builds; of all else that is not there, no
-- condition holds.
CREATE OR REPLACE TABLE spell AS
WITH row_of_looks AS (
    SELECT rule, repository, about, what, min(look) AS since, max(look) AS until
    FROM (SELECT *, look - row_number() OVER (PARTITION BY rule, repository, about, what ORDER BY look) AS run FROM found)
    GROUP BY rule, repository, about, what, run
), nothing AS (
    SELECT rule, repository, about, CASE WHEN kind IN ('success_rate', 'burn_rate') THEN 'unknown' ELSE 'well' END, until + 1,
           coalesce(lead(since) OVER (PARTITION BY rule, repository, about ORDER BY since) - 1, (SELECT max(look) FROM look)) AS up_to
    FROM row_of_looks JOIN alert_rule USING (rule) QUALIFY up_to > until
)
SELECT rule, repository, about, what, time_of(since) AS since, time_of(until) AS until, for_ms, keep_ms,
       row_number() OVER (PARTITION BY rule, repository, about ORDER BY since) AS nth
FROM (FROM row_of_looks UNION ALL FROM nothing) JOIN alert_rule USING (rule);

-- The first look of a spell from some moment on; null if it has none.
CREATE OR REPLACE MACRO look_in(since, until, moment) AS
    CASE WHEN time_of(look_not_before(greatest(since, moment))) <= until THEN time_of(look_not_before(greatest(since, moment))) END;

-- From spell to spell. `began`: when the episode began; `fired`: when it fired; `well`: since when it has been well again;
-- `anew`: nobody judged for a while, so that what has not fired begins anew. `over_`: the episode that ended in this spell.
CREATE OR REPLACE TABLE course AS
WITH RECURSIVE course(rule, repository, about, nth, began, fired, well, anew, over_began, over_fired, over_at) AS (
    SELECT DISTINCT rule, repository, about, CAST(0 AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), false,
           CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT)
    FROM spell
    UNION ALL
    SELECT rule, repository, about, nth, CASE WHEN over_at IS NULL THEN start END, CASE WHEN over_at IS NULL THEN fire END,
           CASE WHEN over_at IS NULL THEN okay END, broken,
           CASE WHEN over_at IS NOT NULL THEN start END, CASE WHEN over_at IS NOT NULL THEN fire END, over_at
    FROM (SELECT *, CASE WHEN what = 'well' AND fire IS NOT NULL THEN look_in(since, until, okay + keep_ms) END AS over_at
          FROM (SELECT *, CASE WHEN what = 'bad' AND fired IS NULL THEN look_in(since, until, start + for_ms) ELSE fired END AS fire,
                       CASE what WHEN 'well' THEN CASE WHEN fired IS NOT NULL THEN coalesce(well, since) END
                                 WHEN 'held' THEN well WHEN 'unknown' THEN well END AS okay
                FROM (SELECT s.*, c.fired, c.well,
                             CASE WHEN s.what = 'held' THEN true WHEN s.what = 'unknown' THEN c.anew ELSE false END AS broken,
                             CASE WHEN s.what = 'bad' THEN CASE WHEN c.began IS NULL OR (c.anew AND c.fired IS NULL) THEN s.since ELSE c.began END
                                  WHEN s.what IN ('well', 'between') AND c.fired IS NULL THEN NULL ELSE c.began END AS start
                      FROM course AS c JOIN spell AS s
                        ON s.rule = c.rule AND s.repository = c.repository AND s.about = c.about AND s.nth = c.nth + 1)))
)
FROM course;

CREATE OR REPLACE VIEW alert_episodes AS
SELECT rule, repository, about, over_began AS starts_at, over_fired AS fired_at, over_at AS resolved_at FROM course WHERE over_at IS NOT NULL
UNION ALL
SELECT rule, repository, about, began, fired, NULL
FROM (FROM course QUALIFY nth = max(nth) OVER (PARTITION BY rule, repository, about)) WHERE fired IS NOT NULL;
