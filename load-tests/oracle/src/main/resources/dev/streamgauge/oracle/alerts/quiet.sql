-- Of what is nobody told, while what lasts?
CREATE OR REPLACE MACRO in_scope(scope, has, m) AS fits(scope.repository, has.repository) AND fits(scope.team, m.team)
    AND fits(scope.organisation, m.organisation) AND fits(scope.queue, has.queue)
    AND fits(scope.workflow, has.workflow) AND fits(scope.service, has.service) AND fits(scope.environment, has.environment)
    AND fits(scope.source, has.source);
CREATE OR REPLACE MACRO meant(matcher, alert, m) AS fits(matcher.rule, alert.rule) AND fits(matcher.kind, alert.kind)
    AND fits(matcher.severity, severity_at(alert, m.moment)) AND in_scope(matcher, alert.has, m);

CREATE OR REPLACE TABLE quiet AS
SELECT from_json(getvariable('rules'), '{
    "inhibit": [{"source": {"rule": "VARCHAR", "kind": "VARCHAR", "severity": "VARCHAR", "repository": "VARCHAR", "team": "VARCHAR", "organisation": "VARCHAR", "queue": "VARCHAR",
                            "workflow": "VARCHAR", "service": "VARCHAR", "environment": "VARCHAR", "source": "VARCHAR"},
                 "target": {"rule": "VARCHAR", "kind": "VARCHAR", "severity": "VARCHAR", "repository": "VARCHAR", "team": "VARCHAR", "organisation": "VARCHAR", "queue": "VARCHAR",
                            "workflow": "VARCHAR", "service": "VARCHAR", "environment": "VARCHAR", "source": "VARCHAR"},
                 "equal": "VARCHAR"}],
    "maintenance": [{"name": "VARCHAR", "from": "VARCHAR", "until": "VARCHAR",
                     "scope": {"repository": "VARCHAR", "team": "VARCHAR", "organisation": "VARCHAR", "queue": "VARCHAR", "workflow": "VARCHAR", "service": "VARCHAR",
                               "environment": "VARCHAR", "source": "VARCHAR"}}]}') AS said;

CREATE OR REPLACE TABLE inhibition AS
SELECT nth, said.inhibit[nth].source AS source, said.inhibit[nth].target AS target, patterns(said.inhibit[nth].equal) AS equal
FROM (SELECT said, unnest(range(1, len(said.inhibit) + 1)) AS nth FROM quiet);

CREATE OR REPLACE TABLE maintenance AS
SELECT nth, said.maintenance[nth].name AS name, said.maintenance[nth].scope AS scope,
       millis(said.maintenance[nth]."from") AS since, millis(said.maintenance[nth].until) AS until
FROM (SELECT said, unnest(range(1, len(said.maintenance) + 1)) AS nth FROM quiet);

-- When may something else be told of an alert? When it fires or becomes severe, when another one does or ends, when a maintenance
-- begins or ends, when it belongs to others; if nobody judges then, when somebody does.
CREATE OR REPLACE TABLE moment AS
WITH turn AS (
    SELECT alert, repository, unnest([fired_at, severe_at]) AS at FROM fired
    UNION ALL
    SELECT alert, repository, unnest([since, until]) FROM fired CROSS JOIN maintenance
    UNION ALL
    SELECT alert, repository, time_of(from_look) FROM fired JOIN belongs_at USING (repository)
    UNION ALL
    SELECT f.alert, f.repository, o.turn_at
    FROM fired AS f JOIN (SELECT repository, unnest([fired_at, severe_at, resolved_at]) AS turn_at
                          FROM fired AS s SEMI JOIN inhibition AS i ON fits(i.source.rule, s.rule) AND fits(i.source.kind, s.kind)) AS o
      ON o.repository = f.repository AND o.turn_at > f.fired_at AND (o.turn_at < f.resolved_at OR f.resolved_at IS NULL)
)
SELECT DISTINCT f.alert, time_of(coalesce(h.until + 1, t.look)) AS moment,
       coalesce(f.has.team, b.name) AS team, coalesce(f.has.organisation, o.name) AS organisation
FROM (SELECT DISTINCT alert, repository, look_not_before("at") AS look FROM turn WHERE "at" IS NOT NULL) AS t
JOIN fired AS f USING (alert) LEFT JOIN hold AS h ON h.repository = t.repository AND t.look BETWEEN h.since AND h.until
LEFT JOIN belongs_at AS b ON b.repository = t.repository AND b.level = 'team' AND coalesce(h.until + 1, t.look) BETWEEN b.from_look AND b.to_look
LEFT JOIN belongs_at AS o ON o.repository = t.repository AND o.level = 'organisation' AND coalesce(h.until + 1, t.look) BETWEEN o.from_look AND o.to_look
WHERE moment >= f.fired_at AND (moment < f.resolved_at OR f.resolved_at IS NULL) AND moment <= getvariable('last');

-- Only alerts of the same repository suppress each other. Two that could suppress each other do not.
CREATE OR REPLACE MACRO attribute(has, name, m) AS CASE name WHEN 'repository' THEN has.repository WHEN 'team' THEN m.team
    WHEN 'organisation' THEN m.organisation WHEN 'queue' THEN has.queue
    WHEN 'workflow' THEN has.workflow WHEN 'service' THEN has.service WHEN 'environment' THEN has.environment WHEN 'source' THEN has.source END;
CREATE OR REPLACE MACRO alike(one, other, names, m) AS
    coalesce(list_bool_and(list_transform(names, lambda name: coalesce(attribute(one, name, m) = attribute(other, name, m), false))), true);

CREATE OR REPLACE TABLE suppressed AS
SELECT alert, moment, arg_min(reason, (place, nth, reason)) AS suppressed_by
FROM (SELECT m.alert, m.moment, 1 AS place, w.nth, w.name AS reason
      FROM moment AS m JOIN fired AS f USING (alert) JOIN maintenance AS w ON w.since <= m.moment AND m.moment < w.until AND in_scope(w.scope, f.has, m)
      UNION ALL
      SELECT m.alert, m.moment, 2, i.nth, s.rule
      FROM moment AS m JOIN fired AS t USING (alert)
      JOIN inhibition AS i ON meant(i.target, t, m)
      JOIN fired AS s ON s.repository = t.repository AND s.fired_at <= m.moment AND (m.moment < s.resolved_at OR s.resolved_at IS NULL)
                     AND meant(i.source, s, m) AND alike(s.has, t.has, i.equal, m)
                     AND NOT (meant(i.source, t, m) AND meant(i.target, s, m)))
GROUP BY alert, moment;

CREATE OR REPLACE VIEW alert_phases AS
SELECT f.rule, f.repository, f.about, f.starts_at, f.fired_at, f.resolved_at, moment, severity_at(f, moment) AS severity, suppressed_by
FROM moment JOIN fired AS f USING (alert) LEFT JOIN suppressed USING (alert, moment)
QUALIFY (severity, suppressed_by) IS DISTINCT FROM lag((severity, suppressed_by)) OVER (PARTITION BY alert ORDER BY moment)
ORDER BY alert, moment;
