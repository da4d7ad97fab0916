-- Goal and actual of a target as every output writes them, and the target of which it is a part; empty for runs of earlier versions.
alter table run_target add column goal_text text;
alter table run_target add column actual_text text;
alter table run_target add column part_of varchar(80);
