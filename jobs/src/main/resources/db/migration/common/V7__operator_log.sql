-- Append-only. A deed is one row when it begins and a second one, begun_by the first, when it ends; a deed without a second row was killed.
create table operator_log (
  id bigint not null auto_increment primary key,
  begun_by bigint,
  logged_at datetime(6) not null,
  actor varchar(255) not null,
  command varchar(64) not null,
  arguments text not null,
  reason text not null,
  report_period varchar(16) not null,
  exit_code int,
  detail text not null,
  runs text not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index operator_log_begun on operator_log (begun_by);
