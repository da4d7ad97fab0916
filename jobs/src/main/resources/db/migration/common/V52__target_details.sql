-- What a run says about a target beyond its figure; empty for runs of earlier versions.
alter table run_target add column completion varchar(80);
alter table run_target add column elapsed varchar(80);
alter table run_target add column deviation varchar(80);
alter table run_target add column provisional boolean default false not null;
alter table run_target add column forecast boolean default false not null;
alter table run_target add column task_sum varchar(80);
alter table run_target add column official varchar(80);
alter table run_target add column official_document varchar(255);
alter table run_target add column note text;
alter table run_target add column trend text;
