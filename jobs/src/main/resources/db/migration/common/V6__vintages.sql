-- Append-only: the event with the highest number says how a county period stands. kind SEALED 定案, REVISED 修订, UNSEALED.
create table seal_event (
  id bigint not null auto_increment primary key,
  report_period varchar(16) not null,
  event_no int not null,
  kind varchar(16) not null,
  revision_no int not null,
  run_id bigint,
  actor varchar(255) not null,
  happened_at datetime(6) not null,
  reason text not null,
  approved_by varchar(255) not null,
  lacking text not null,
  constraint seal_event_number unique (report_period, event_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- A submission that came for a sealed period: stored, in no round. held_round is the round that it will be once it is let in; from then on submission has it.
create table held_submission (
  submission_id bigint not null primary key,
  claim_id bigint not null,
  held_round int not null,
  held_at datetime(6) not null,
  audit_outcome varchar(32),
  constraint held_submission_of foreign key (submission_id) references submission (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index held_submission_claim on held_submission (claim_id);

-- What a review would now say about a submission of a sealed period, whose verdict stays.
create table withheld_verdict (
  claim_id bigint not null,
  submission_id bigint not null,
  outcome varchar(32) not null,
  would_be varchar(32) not null,
  codes text not null,
  primary key (claim_id, submission_id),
  constraint withheld_verdict_of foreign key (submission_id) references submission (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- 更正通知单, numbered within the year in which it was approved.
create table correction_notice (
  id bigint not null auto_increment primary key,
  notice_year int not null,
  notice_no int not null,
  report_period varchar(16) not null,
  revision_no int not null,
  claim_id bigint not null,
  run_before bigint not null,
  run_after bigint not null,
  actor varchar(255) not null,
  decided_at datetime(6) not null,
  reason text not null,
  approved_by varchar(255) not null,
  state varchar(16) not null,
  notice_path varchar(1000) not null,
  constraint correction_notice_number unique (notice_year, notice_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index correction_notice_period on correction_notice (report_period);

create table correction_submission (
  notice_id bigint not null,
  ordinal int not null,
  submission_id bigint not null,
  replaced_id bigint,
  primary key (notice_id, ordinal),
  constraint correction_submission_of foreign key (notice_id) references correction_notice (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- level_name REPORTED: what a unit reported; COUNTY: what the county's figures became.
create table correction_line (
  notice_id bigint not null,
  ordinal int not null,
  level_name varchar(16) not null,
  unit_code varchar(64) not null,
  form_code varchar(64) not null,
  item varchar(128) not null,
  ledger_line varchar(255) not null,
  title varchar(1000) not null,
  report_period varchar(16) not null,
  measure varchar(64) not null,
  decimals int not null,
  old_text text,
  new_text text,
  difference varchar(80) not null,
  primary key (notice_id, ordinal),
  constraint correction_line_of foreign key (notice_id) references correction_notice (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
