-- The words that DevLake's rules share. Its tables are read as they come: each cell is a text, an empty cell is null.
-- A time is written in either of two forms, both in UTC: 2023-4-11 4:53:47, or ISO-8601 with an offset.
SET TimeZone = 'UTC';

CREATE MACRO moment(said) AS CAST(said AS TIMESTAMPTZ);
CREATE MACRO iso(said) AS strftime(moment(said), '%Y-%m-%dT%H:%M:%S.%g+00:00');

-- A span is rounded up to whole minutes. One that runs backwards has no value; by less than a minute, it is 0.
CREATE MACRO minutes(began, ended) AS
    nullif(greatest(CAST(ceil((epoch_ms(moment(ended)) - epoch_ms(moment(began))) / 60000) AS BIGINT), -1), -1);

-- A project is a set of rows of other tables: its repositories, and the scopes in which its deployments run.
CREATE VIEW project_scope AS
SELECT row_id AS cicd_scope_id FROM project_mapping WHERE project_name = getvariable('project') AND "table" = 'cicd_scopes';
CREATE VIEW project_repository AS
SELECT row_id AS repo_id FROM project_mapping WHERE project_name = getvariable('project') AND "table" = 'repos';
