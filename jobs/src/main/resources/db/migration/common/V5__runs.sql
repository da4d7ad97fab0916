-- Who had a run made, in what way and why, and what it was printed with. The defaults are for the runs of 0.1.0.
alter table run add column (
  kind varchar(16) not null default 'COMMAND',
  actor varchar(255) not null default '',
  reason varchar(2000) not null default '',
  template_digest varchar(80) not null default '',
  vintage varchar(16) not null default '初步数',
  requested_at datetime(6),
  finished_at datetime(6)
);

-- A claim is the order of one job: who gave it, and for a rerun what it is about. An empty stage is a taking of the inbox.
alter table claim add column (
  kind varchar(16) not null default 'COMMAND',
  actor varchar(255) not null default '',
  reason varchar(2000) not null default '',
  first_stage varchar(16) not null default '',
  form_code varchar(64) not null default '',
  unit_code varchar(64) not null default ''
);

-- A review that came out the same under a later configuration: nothing is appended for it but this.
create table review_upheld (
  review_id bigint not null,
  configuration varchar(80) not null,
  primary key (review_id, configuration),
  constraint review_upheld_review foreign key (review_id) references review (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
