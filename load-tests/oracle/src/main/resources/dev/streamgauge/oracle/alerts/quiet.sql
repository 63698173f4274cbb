-- Of what is nobody told, while what lasts? A pattern is a text, or a list of texts, whatever their case; what is not named is any.
CREATE OR REPLACE MACRO patterns(said) AS CASE WHEN said IS NULL THEN [] WHEN said[1] = '[' THEN from_json(said, '["VARCHAR"]') ELSE [said] END;
CREATE OR REPLACE MACRO fits(said, value) AS said IS NULL OR coalesce(list_bool_or(list_transform(patterns(said),
    lambda pattern: regexp_full_match(lower(value), replace(regexp_escape(lower(pattern)), '\*', '.*')))), false);
CREATE OR REPLACE MACRO in_scope(scope, has) AS fits(scope.repository, has.repository) AND fits(scope.queue, has.queue)
    AND fits(scope.workflow, has.workflow) AND fits(scope.service, has.service) AND fits(scope.environment, has.environment)
    AND fits(scope.source, has.source);
CREATE OR REPLACE MACRO meant(matcher, alert, severity) AS fits(matcher.rule, alert.rule) AND fits(matcher.kind, alert.kind)
    AND fits(matcher.severity, severity) AND in_scope(matcher, alert.has);

CREATE OR REPLACE TABLE quiet AS
SELECT from_json(getvariable('rules'), '{
    "inhibit": [{"source": {"rule": "VARCHAR", "kind": "VARCHAR", "severity": "VARCHAR", "repository": "VARCHAR", "queue": "VARCHAR",
                            "workflow": "VARCHAR", "service": "VARCHAR", "environment": "VARCHAR", "source": "VARCHAR"},
                 "target": {"rule": "VARCHAR", "kind": "VARCHAR", "severity": "VARCHAR", "repository": "VARCHAR", "queue": "VARCHAR",
                            "workflow": "VARCHAR", "service": "VARCHAR", "environment": "VARCHAR", "source": "VARCHAR"},
                 "equal": "VARCHAR"}],
    "maintenance": [{"name": "VARCHAR", "from": "VARCHAR", "until": "VARCHAR",
                     "scope": {"repository": "VARCHAR", "queue": "VARCHAR", "workflow": "VARCHAR", "service": "VARCHAR",
                               "environment": "VARCHAR", "source": "VARCHAR"}}]}') AS said;

CREATE OR REPLACE TABLE inhibition AS
SELECT nth, said.inhibit[nth].source AS source, said.inhibit[nth].target AS target, patterns(said.inhibit[nth].equal) AS equal
FROM (SELECT said, unnest(range(1, len(said.inhibit) + 1)) AS nth FROM quiet);

CREATE OR REPLACE TABLE maintenance AS
SELECT nth, said.maintenance[nth].name AS name, said.maintenance[nth].scope AS scope,
       millis(said.maintenance[nth]."from") AS since, millis(said.maintenance[nth].until) AS until
FROM (SELECT said, unnest(range(1, len(said.maintenance) + 1)) AS nth FROM quiet);

-- Looks in a row at which a repository is not judged: what is told stays as it is.
CREATE OR REPLACE TABLE hold AS
SELECT repository, min(look) AS since, max(look) AS until
FROM (SELECT repository, look, look - row_number() OVER (PARTITION BY repository ORDER BY look) AS run FROM held) GROUP BY repository, run;

-- When may something else be told of an alert? When it fires or becomes severe, when another one does or ends, when a maintenance
-- begins or ends; if nobody judges then, when somebody does.
CREATE OR REPLACE TABLE moment AS
WITH turn AS (
    SELECT alert, repository, unnest([fired_at, severe_at]) AS at FROM fired
    UNION ALL
    SELECT alert, repository, unnest([since, until]) FROM fired CROSS JOIN maintenance
    UNION ALL
    SELECT f.alert, f.repository, o.turn_at
    FROM fired AS f JOIN (SELECT repository, unnest([fired_at, severe_at, resolved_at]) AS turn_at
                          FROM fired AS s SEMI JOIN inhibition AS i ON fits(i.source.rule, s.rule) AND fits(i.source.kind, s.kind)) AS o
      ON o.repository = f.repository AND o.turn_at > f.fired_at AND (o.turn_at < f.resolved_at OR f.resolved_at IS NULL)
)
SELECT DISTINCT f.alert, time_of(coalesce(h.until + 1, t.look)) AS moment
FROM (SELECT DISTINCT alert, repository, look_not_before("at") AS look FROM turn WHERE "at" IS NOT NULL) AS t
JOIN fired AS f USING (alert) LEFT JOIN hold AS h ON h.repository = t.repository AND t.look BETWEEN h.since AND h.until
WHERE moment >= f.fired_at AND (moment < f.resolved_at OR f.resolved_at IS NULL) AND moment <= getvariable('last');

-- Only alerts of the same repository suppress each other. Two that could suppress each other do not.
CREATE OR REPLACE MACRO attribute(has, name) AS CASE name WHEN 'repository' THEN has.repository WHEN 'queue' THEN has.queue
    WHEN 'workflow' THEN has.workflow WHEN 'service' THEN has.service WHEN 'environment' THEN has.environment WHEN 'source' THEN has.source END;
CREATE OR REPLACE MACRO alike(one, other, names) AS
    coalesce(list_bool_and(list_transform(names, lambda name: coalesce(attribute(one, name) = attribute(other, name), false))), true);

CREATE OR REPLACE TABLE suppressed AS
SELECT alert, moment, arg_min(reason, (place, nth, reason)) AS suppressed_by
FROM (SELECT m.alert, m.moment, 1 AS place, w.nth, w.name AS reason
      FROM moment AS m JOIN fired AS f USING (alert) JOIN maintenance AS w ON w.since <= m.moment AND m.moment < w.until AND in_scope(w.scope, f.has)
      UNION ALL
      SELECT m.alert, m.moment, 2, i.nth, s.rule
      FROM moment AS m JOIN fired AS t USING (alert)
      JOIN inhibition AS i ON meant(i.target, t, severity_at(t, m.moment))
      JOIN fired AS s ON s.repository = t.repository AND s.fired_at <= m.moment AND (m.moment < s.resolved_at OR s.resolved_at IS NULL)
                     AND meant(i.source, s, severity_at(s, m.moment)) AND alike(s.has, t.has, i.equal)
                     AND NOT (meant(i.source, t, severity_at(t, m.moment)) AND meant(i.target, s, severity_at(s, m.moment))))
GROUP BY alert, moment;

CREATE OR REPLACE VIEW alert_phases AS
SELECT f.rule, f.repository, f.about, f.starts_at, f.fired_at, f.resolved_at, moment, severity_at(f, moment) AS severity, suppressed_by
FROM moment JOIN fired AS f USING (alert) LEFT JOIN suppressed USING (alert, moment)
QUALIFY (severity, suppressed_by) IS DISTINCT FROM lag((severity, suppressed_by)) OVER (PARTITION BY alert ORDER BY moment)
ORDER BY alert, moment;
