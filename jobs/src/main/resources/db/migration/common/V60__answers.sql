-- Where a form that only repeats a round has its figures, as far as they stand elsewhere than in the file of that round: its answer marks its own cells.
create table moved_cell (
  submission_id bigint not null,
  ordinal int not null,
  from_sheet varchar(255) not null,
  from_row int not null,
  from_column int not null,
  to_sheet varchar(255) not null,
  to_row int not null,
  to_column int not null,
  primary key (submission_id, ordinal),
  constraint moved_cell_submission foreign key (submission_id) references submission (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
