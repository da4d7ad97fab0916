-- A form whose heading does not say whose it is or what it is about, or says it wrongly: returned, for the unit and the period that all else speaks for.
alter table submission add column attributed boolean default false not null;
