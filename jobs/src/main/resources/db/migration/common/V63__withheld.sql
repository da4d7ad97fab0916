-- Doubts that keep figures from counting until they are explained, and what decides whether a heading is doubted.
alter table finding add column withholds boolean not null default false;
alter table review add column withheld boolean not null default false;
alter table claim add column only_its_period boolean not null default false;
alter table submission add column heading_cell text;
