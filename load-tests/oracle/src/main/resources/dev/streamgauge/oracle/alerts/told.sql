-- What was told of each alert that fired, from when on? How severe it is, and because of what nobody hears of it.
CREATE OR REPLACE TABLE severe_look AS
SELECT m.rule, m.repository, m.about, time_of(m.look) AS moment
FROM measured AS m JOIN alert_rule AS r USING (rule) ANTI JOIN held AS h ON h.repository = m.repository AND h.look = m.look
WHERE CASE WHEN r.below THEN m.value < r.severe ELSE m.value > r.severe END;

-- What patterns can be about. A service may have slashes in its name.
CREATE OR REPLACE TABLE attributes AS
SELECT rule, repository, about,
       {'repository': CASE WHEN level = 'repository' THEN repository END, 'team': CASE WHEN level = 'team' THEN repository END,
        'organisation': CASE WHEN level = 'organisation' THEN repository END, 'queue': r.queue, 'workflow': CASE WHEN kind IN ('red_for', 'success_rate', 'burn_rate') THEN about END,
        'service': CASE WHEN kind IN ('held_lane', 'bottleneck_moved') THEN regexp_extract(about, '^(.*)/[^/]*$', 1) END,
        'environment': CASE WHEN kind IN ('held_lane', 'bottleneck_moved') THEN regexp_extract(about, '[^/]*$') END,
        'source': CASE WHEN kind = 'silent_source' THEN about END} AS has
FROM (SELECT DISTINCT rule, repository, about FROM alert_episodes) JOIN alert_rule AS r USING (rule);

-- Once severe, it stays so until the episode ends.
CREATE OR REPLACE TABLE fired AS
SELECT row_number() OVER () AS alert, e.*, has, r.kind, r.severity AS usual_severity, r.severe_severity, s.severe_at
FROM alert_episodes AS e JOIN alert_rule AS r USING (rule) JOIN attributes USING (rule, repository, about)
LEFT JOIN (SELECT e.rule, e.repository, e.about, e.starts_at, min(s.moment) AS severe_at
           FROM alert_episodes AS e JOIN severe_look AS s
             ON s.rule = e.rule AND s.repository = e.repository AND s.about = e.about
            AND s.moment >= e.fired_at AND (s.moment < e.resolved_at OR e.resolved_at IS NULL)
           GROUP BY ALL) AS s
  ON s.rule = e.rule AND s.repository = e.repository AND s.about = e.about AND s.starts_at = e.starts_at;

CREATE OR REPLACE MACRO severity_at(f, moment) AS CASE WHEN f.severe_at <= moment THEN f.severe_severity ELSE f.usual_severity END;
