-- How many of those that owe a form or a figure wait for an explanation before they count.
alter table run_coverage add column withheld int not null default 0;
alter table figure add column withheld int not null default 0;

-- Hashes of a few consecutive figures of a form, by which figures that several units have in common are found.
create table figure_print (
  submission_id bigint not null,
  print bigint not null,
  primary key (submission_id, print),
  constraint figure_print_of foreign key (submission_id) references submission (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index figure_print_by on figure_print (print);
