-- How many of those that owe a form or a figure wait for an explanation before they count.
alter table run_coverage add column withheld int not null default 0;
alter table figure add column withheld int not null default 0;
