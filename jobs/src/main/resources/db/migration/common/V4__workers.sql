-- A process that works on this database. Its times are the database's own.
create table worker (
  id bigint not null auto_increment primary key,
  name varchar(255) not null,
  started_at datetime(6) not null,
  beat_at datetime(6) not null,
  ended_at datetime(6)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- Who works on a claim; the epoch grows with every change of hands.
alter table claim add column owner_id bigint;
alter table claim add column epoch int not null default 0;
create index claim_state on claim (state);

-- Row 1 is locked by whoever writes verdicts, runs, seals or corrections, for as long as he does; row 2 counts the lockings.
create table desk (
  id int not null primary key,
  epoch bigint not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
insert into desk (id, epoch) values (1, 0);
insert into desk (id, epoch) values (2, 0);

-- The one workspace whose files this database is about.
create table workspace (
  id int not null primary key,
  identity varchar(64) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
