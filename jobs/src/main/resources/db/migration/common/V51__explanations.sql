-- Whether the explanation of a doubt was accepted when the review was made.
alter table finding add column explained boolean not null default false;

-- 审核说明, append-only: what clerks wrote beside findings in their returns. It is filed once: form, unit, period, code and instance say
-- about which finding it is; they stay empty where nobody can tell.
create table explanation (
  id bigint not null auto_increment primary key,
  file_id bigint not null,
  finding_name text not null,
  printed_code varchar(128) not null,
  printed_place varchar(500) not null,
  explanation_text text not null,
  sheet varchar(255) not null,
  cell_row int not null,
  cell_column int not null,
  received_at datetime(6) not null,
  form_code varchar(64),
  unit_code varchar(64),
  report_period varchar(16),
  code varchar(128),
  instance varchar(255),
  constraint explanation_file foreign key (file_id) references claimed_file (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index explanation_about on explanation (form_code, report_period, unit_code);

-- 认可, append-only: a doubt that the statistician let pass, for as long as it says the same. said_digest is over the figures that it is about.
create table acceptance (
  id bigint not null auto_increment primary key,
  claim_id bigint not null,
  form_code varchar(64) not null,
  unit_code varchar(64) not null,
  report_period varchar(16) not null,
  code varchar(128) not null,
  instance varchar(255) not null,
  said_digest varchar(64) not null,
  explanation_id bigint,
  actor varchar(255) not null,
  accepted_at datetime(6) not null,
  reason text not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index acceptance_about on acceptance (form_code, report_period, unit_code);

-- The newest explanation of each finding when the basis of a run was fixed.
create table run_explanation (
  run_id bigint not null,
  explanation_id bigint not null,
  primary key (run_id, explanation_id),
  constraint run_explanation_run foreign key (run_id) references run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
