-- A claim is one taking of the inbox and one instance of the main job.
create table claim (
  id bigint not null auto_increment primary key,
  report_period varchar(16) not null,
  state varchar(16) not null,
  opened_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- The manifest: every file that was ever taken.
create table claimed_file (
  id bigint not null auto_increment primary key,
  claim_id bigint not null,
  file_path varchar(2000) not null,
  byte_size bigint not null,
  sha256 varchar(64),
  content_format varchar(32),
  state varchar(16) not null,
  duplicate_of bigint,
  constraint claimed_file_claim foreign key (claim_id) references claim (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index claimed_file_sha on claimed_file (sha256);

-- A form as it was found in a file. It opens a round, repeats one, or has no certain key and stays at round 0.
create table submission (
  id bigint not null auto_increment primary key,
  file_id bigint not null,
  sheet_no int not null,
  sheet varchar(255) not null,
  form_code varchar(64) not null,
  unit_code varchar(64),
  report_period varchar(16),
  printed_round int not null,
  content_digest varchar(64) not null,
  round_no int,
  duplicate_of bigint,
  constraint submission_file foreign key (file_id) references claimed_file (id),
  constraint submission_round unique (form_code, unit_code, report_period, round_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index submission_unit on submission (unit_code, report_period);
create index submission_period on submission (report_period, form_code);

create table observation (
  submission_id bigint not null,
  ordinal int not null,
  form_code varchar(64) not null,
  item varchar(128) not null,
  ledger_line varchar(255) not null,
  subject_unit varchar(64) not null,
  status varchar(16) not null,
  number_value decimal(38, 12),
  number_text varchar(64),
  text_value text,
  raw_text text not null,
  sheet varchar(255),
  cell_row int,
  cell_column int,
  primary key (submission_id, ordinal),
  constraint observation_submission foreign key (submission_id) references submission (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index observation_item on observation (form_code, item);

-- Append-only: a new verdict stands beside the old one.
create table review (
  id bigint not null auto_increment primary key,
  submission_id bigint not null,
  claim_id bigint not null,
  outcome varchar(32) not null,
  configuration varchar(80) not null,
  review_digest varchar(64) not null,
  constraint review_submission foreign key (submission_id) references submission (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table relation_verdict (
  review_id bigint not null,
  ordinal int not null,
  relation varchar(128) not null,
  instance varchar(255) not null,
  verdict varchar(16) not null,
  missing text not null,
  inputs text not null,
  primary key (review_id, ordinal),
  constraint relation_verdict_review foreign key (review_id) references review (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- owner_kind FILE: of a file as a whole; READING: what the reader and the intake found in a submission; REVIEW: all that a review says.
create table finding (
  owner_kind varchar(16) not null,
  owner_id bigint not null,
  ordinal int not null,
  code varchar(128) not null,
  instance varchar(255) not null,
  severity varchar(16) not null,
  title text not null,
  indicator varchar(255),
  cells text not null,
  actual text not null,
  expected text not null,
  difference text not null,
  previous text not null,
  message text not null,
  remedy text not null,
  primary key (owner_kind, owner_id, ordinal)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table run (
  id bigint not null auto_increment primary key,
  report_period varchar(16) not null,
  run_no int not null,
  configuration varchar(80) not null,
  program_version varchar(64) not null,
  basis_digest varchar(64) not null,
  state varchar(16) not null,
  fixed_at datetime(6) not null,
  constraint run_number unique (report_period, run_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- role COUNTED: its figures are in the run; RETURNED: newest of a key of which every round was returned.
create table run_basis (
  run_id bigint not null,
  submission_id bigint not null,
  review_id bigint not null,
  role_name varchar(16) not null,
  returned_later int not null,
  primary key (run_id, submission_id),
  constraint run_basis_run foreign key (run_id) references run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table claim_run (
  claim_id bigint not null,
  run_id bigint not null,
  fresh boolean not null,
  primary key (claim_id, run_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table figure (
  run_id bigint not null,
  ordinal int not null,
  unit_code varchar(64) not null,
  form_code varchar(64) not null,
  item varchar(128) not null,
  title varchar(1000) not null,
  report_period varchar(16) not null,
  number_value decimal(38, 12),
  number_text varchar(80),
  measure varchar(64) not null,
  status varchar(16) not null,
  forecast boolean not null,
  reported int not null,
  expected int not null,
  pending int not null,
  primary key (run_id, ordinal),
  constraint figure_run foreign key (run_id) references run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index figure_item on figure (run_id, form_code, item);

create table contribution (
  run_id bigint not null,
  figure_no int not null,
  ordinal int not null,
  submission_id bigint not null,
  observation_no int not null,
  primary key (run_id, figure_no, ordinal),
  constraint contribution_run foreign key (run_id) references run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table run_coverage (
  run_id bigint not null,
  ordinal int not null,
  form_code varchar(64) not null,
  report_period varchar(16) not null,
  expected int not null,
  accepted int not null,
  pending int not null,
  returned_count int not null,
  missing_units text not null,
  primary key (run_id, ordinal),
  constraint run_coverage_run foreign key (run_id) references run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table run_target (
  run_id bigint not null,
  ordinal int not null,
  code varchar(64) not null,
  title text not null,
  section varchar(255) not null,
  actual varchar(80),
  goal varchar(80),
  comparison varchar(8) not null,
  measure varchar(64) not null,
  status varchar(64) not null,
  light varchar(8) not null,
  off_target boolean not null,
  below text not null,
  responsible text not null,
  coverage varchar(32) not null,
  primary key (run_id, ordinal),
  constraint run_target_run foreign key (run_id) references run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table run_report (
  run_id bigint not null,
  ordinal int not null,
  report_path varchar(1000) not null,
  primary key (run_id, ordinal),
  constraint run_report_run foreign key (run_id) references run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- What has to be written for people: decided together with the reviews, rendered afterwards.
create table outbox (
  id bigint not null auto_increment primary key,
  claim_id bigint not null,
  file_id bigint not null,
  folder varchar(255) not null,
  stem varchar(255) not null,
  return_no int not null,
  result_path varchar(1000) not null,
  state varchar(16) not null,
  constraint outbox_once unique (claim_id, file_id),
  constraint outbox_file foreign key (file_id) references claimed_file (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index outbox_name on outbox (folder, stem);
