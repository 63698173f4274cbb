-- Which rules are there? `rules` is a file of rules in JSON. A length is told in milliseconds.
CREATE OR REPLACE MACRO told_number(said) AS
    CASE WHEN regexp_full_match(said, '[0-9]+[smhd]')
         THEN TRY_CAST(said[:-2] AS DOUBLE) * CASE said[-1] WHEN 's' THEN 1000 WHEN 'm' THEN 60000 WHEN 'h' THEN 3600000 ELSE 86400000 END
         ELSE TRY_CAST(said AS DOUBLE) END;
CREATE OR REPLACE MACRO told_ms(said, otherwise) AS CAST(coalesce(told_number(said), otherwise) AS BIGINT);

CREATE OR REPLACE TABLE alert_rule AS
SELECT r.name AS rule, r.kind AS kind, coalesce(r.level, 'repository') AS level, r.scope.queue AS queue, r.scope.team AS team, r.scope.organisation AS organisation, r.kind = 'success_rate' AS below, told_number(r.threshold) AS threshold,
       told_number(coalesce(r.clear_below, r.clear_above, r.threshold)) AS clear_at,
       told_number(r.severe) AS severe, coalesce(r.severity, 'ticket') AS severity, coalesce(r.severe_severity, 'page') AS severe_severity,
       told_ms(r."for", 0) AS for_ms, told_ms(r.keep_firing_for, 0) AS keep_ms, coalesce(r.minimum, CASE WHEN r.kind = 'bottleneck_moved' THEN 10 ELSE 20 END) AS minimum,
       told_ms(r."window", 86400000) AS window_ms, r.objective AS objective, told_ms(r."long", 0) AS long_ms, told_ms(r."short", 0) AS short_ms
FROM (SELECT unnest(from_json(getvariable('rules'), '{"rules": [{"name": "VARCHAR", "kind": "VARCHAR", "level": "VARCHAR", "scope": {"queue": "VARCHAR", "team": "VARCHAR", "organisation": "VARCHAR"},
    "threshold": "VARCHAR", "severe": "VARCHAR", "severity": "VARCHAR", "severe_severity": "VARCHAR", "clear_below": "VARCHAR", "clear_above": "VARCHAR", "for": "VARCHAR", "keep_firing_for": "VARCHAR",
    "minimum": "BIGINT", "window": "VARCHAR", "objective": "DOUBLE", "long": "VARCHAR", "short": "VARCHAR"}]}').rules) AS r);

-- A pattern is a text, or a list of texts, whatever their case; what is not named is any.
CREATE OR REPLACE MACRO patterns(said) AS CASE WHEN said IS NULL THEN [] WHEN said[1] = '[' THEN from_json(said, '["VARCHAR"]') ELSE [said] END;
CREATE OR REPLACE MACRO fits(said, value) AS said IS NULL OR coalesce(list_bool_or(list_transform(patterns(said),
    lambda pattern: regexp_full_match(lower(value), replace(regexp_escape(lower(pattern)), '\*', '.*')))), false);

-- After how long without news an item is given up; after twice that it is forgotten.
CREATE OR REPLACE MACRO expiry_ms(queue) AS CAST(86400000 AS BIGINT)
    * CASE WHEN queue IN ('ci', 'ci.approval') THEN 2 WHEN queue = 'deploy.approval' THEN 14 ELSE 90 END;

-- Looks are numbered from 1. When is the first one that is not before a moment?
CREATE OR REPLACE MACRO look_not_before(moment) AS
    CAST(greatest(moment - getvariable('first') + getvariable('interval') - 1, 0) // getvariable('interval') + 1 AS BIGINT);
CREATE OR REPLACE MACRO time_of(look) AS CAST(getvariable('first') + (look - 1) * getvariable('interval') AS BIGINT);

CREATE OR REPLACE TABLE look AS
SELECT number AS look, time_of(number) AS now
FROM (SELECT unnest(range(1, CAST((getvariable('last') - getvariable('first')) // getvariable('interval') + 2 AS BIGINT))) AS number);
