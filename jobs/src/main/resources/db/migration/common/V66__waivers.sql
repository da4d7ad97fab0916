-- 不审, append-only: a 强制性 relation from which a unit is let off for one period, or no longer is. The newest row of a relation, unit and period holds.
create table waiver (
  id bigint not null auto_increment primary key,
  claim_id bigint not null,
  form_code varchar(64) not null,
  unit_code varchar(64) not null,
  report_period varchar(16) not null,
  code varchar(128) not null,
  waives boolean not null,
  actor varchar(255) not null,
  decided_at datetime(6) not null,
  reason text not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index waiver_about on waiver (form_code, report_period, unit_code);
