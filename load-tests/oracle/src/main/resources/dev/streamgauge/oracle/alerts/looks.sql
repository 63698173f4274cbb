-- What is known of a repository at each look, is it judged then, and to whom does it belong?
CREATE OR REPLACE TABLE seen AS
SELECT k.name, k.repository, l.look, l.now FROM known AS k JOIN look AS l ON l.look BETWEEN k.from_look AND k.to_look;

CREATE OR REPLACE TABLE held AS
SELECT DISTINCT v.repository, v.look FROM history AS y
JOIN seen AS v ON v.repository = y.repository AND y.received_at <= v.now AND y.received_at + getvariable('settle') > v.now;

-- Looks in a row at which a repository is not judged: what is told stays as it is.
CREATE OR REPLACE TABLE hold AS
SELECT repository, min(look) AS since, max(look) AS until
FROM (SELECT repository, look, look - row_number() OVER (PARTITION BY repository ORDER BY look) AS run FROM held) GROUP BY repository, run;

-- A look finds what was told of the owner until then.
CREATE OR REPLACE TABLE belongs_at AS
WITH told_by AS (
    SELECT f.repository, f.from_look, coalesce(lead(f.from_look) OVER (PARTITION BY f.repository ORDER BY f.from_look) - 1, (SELECT max(look) FROM look)) AS to_look
    FROM (SELECT DISTINCT repository, heard_at AS from_look FROM owner_told UNION SELECT DISTINCT repository, 1 FROM told) AS f
), owner_at AS (
    SELECT b.repository, b.from_look, b.to_look,
           arg_min({'team': o.team, 'organisation': o.organisation}, {'latest': -o.occurred_at,
               'no_team': o.team IS NULL, 'team': coalesce(o.team, ''), 'no_organisation': o.organisation IS NULL, 'organisation': coalesce(o.organisation, '')}) AS owner
    FROM told_by AS b LEFT JOIN owner_told AS o ON o.repository = b.repository AND o.heard_at <= b.from_look GROUP BY ALL
)
SELECT repository, 'team' AS level, owner.team AS name, from_look, to_look FROM owner_at WHERE owner.team IS NOT NULL
UNION ALL
SELECT repository, 'organisation', coalesce(owner.organisation,
       array_to_string(string_split(repository, '/')[1:greatest(least(len(string_split(repository, '/')) - 1, 2), 1)], '/')), from_look, to_look
FROM owner_at;
