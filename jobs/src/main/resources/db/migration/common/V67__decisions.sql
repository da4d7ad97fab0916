-- What the statistician decided about doubts, append-only: accepted, asked or refused; of several about one doubt the last holds.
-- accepted_value is what the doubt had as reported when it was accepted, and margin how far in per cent the explanation holds for later
-- periods; both stay empty where it holds for its own period alone, and for what earlier versions accepted.
alter table acceptance rename to doubt_decision;
alter table doubt_decision add column kind varchar(16) not null default 'ACCEPTED';
alter table doubt_decision add column accepted_value varchar(255);
alter table doubt_decision add column margin int;
create index doubt_decision_unit on doubt_decision (unit_code, form_code);

-- How far a doubt stands in the way, in one word.
alter table finding add column doubt_state varchar(16) not null default 'OPEN';
update finding set doubt_state = 'WITHHOLDING' where withholds = true;
update finding set doubt_state = 'EXPLAINED' where explained = true;
update finding set doubt_state = 'WAIVED' where waived = true;
alter table finding drop column waived;
alter table finding drop column withholds;
alter table finding drop column explained;
