-- To whom does each repository's row count? To itself, to its team, and to its organisation: the first two parts of its name
-- (of a name with two parts, the first), unless it says another.
CREATE OR REPLACE TABLE owner AS
SELECT repository, arg_min(struct_pack(team, organisation),
           struct_pack(latest := -occurred_at, no_team := team IS NULL, team := coalesce(team, ''),
                       no_organisation := organisation IS NULL, organisation := coalesce(organisation, ''))) AS owner
FROM event WHERE type = 'RepositoryOwned' GROUP BY repository;

CREATE OR REPLACE TABLE belongs AS
SELECT DISTINCT repository, 'repository' AS scope, repository AS name, false AS rolled_up FROM event
UNION ALL
SELECT repository, 'team', o.owner.team, true FROM owner AS o WHERE o.owner.team IS NOT NULL
UNION ALL
SELECT repository, 'organisation', coalesce(o.owner.organisation,
       array_to_string(string_split(repository, '/')[1:greatest(least(len(string_split(repository, '/')) - 1, 2), 1)], '/')), true
FROM (SELECT DISTINCT repository FROM event) LEFT JOIN owner AS o USING (repository);
