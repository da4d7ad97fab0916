-- Of what kind the error behind a finding most likely is, how that is told, how many of its cells are to be
-- changed, and beneath which finding of the submission it folds; null for earlier versions.
alter table finding add column cause_kind varchar(40);
alter table finding add column cause text;
alter table finding add column cause_cells integer;
alter table finding add column leader varchar(400);
