-- What the statistician decided about doubts, append-only: accepted, asked or refused; of several about one doubt the last holds.
-- accepted_value is what the doubt had as reported when it was accepted, and margin how far in per cent the explanation holds for later
-- periods; both stay empty where it holds for its own period alone, and for what earlier versions accepted (their table acceptance stays
-- behind and is not read any more: a migration that is cut off must be repeatable, so nothing is renamed or dropped).
create table doubt_decision (
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
  reason text not null,
  kind varchar(16) not null default 'ACCEPTED',
  accepted_value varchar(255),
  margin int
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index doubt_decision_about on doubt_decision (form_code, report_period, unit_code);
create index doubt_decision_unit on doubt_decision (unit_code, form_code);
insert into doubt_decision (claim_id, form_code, unit_code, report_period, code, instance, said_digest, explanation_id, actor, accepted_at, reason)
  select claim_id, form_code, unit_code, report_period, code, instance, said_digest, explanation_id, actor, accepted_at, reason
  from acceptance order by id;

-- How far a doubt stands in the way, in one word; takes the place of the columns explained and withholds, which are not read any more.
alter table finding add column doubt_state varchar(16) not null default 'OPEN';
update finding set doubt_state = 'WITHHOLDING' where withholds = true;
update finding set doubt_state = 'EXPLAINED' where explained = true;
