-- 填报情况 as the form declares it: FIGURES 有数, ZERO 零报告, NOT_APPLICABLE 不适用.
alter table submission add column filing varchar(16) not null default 'FIGURES';
