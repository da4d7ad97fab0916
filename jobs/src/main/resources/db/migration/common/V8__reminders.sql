-- 催报, append-only: what was sent to whom and when. channel MAIL: by mail; FILE: text put ready for somebody to pass on.
-- recipients is shortened, so that it proves who was written to without being a list of addresses.
create table reminder (
  id bigint not null auto_increment primary key,
  unit_code varchar(64) not null,
  channel varchar(16) not null,
  outcome varchar(16) not null,
  recipients varchar(1000) not null,
  message_id varchar(255) not null,
  detail text not null,
  actor varchar(255) not null,
  sent_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index reminder_unit on reminder (unit_code, sent_at);
create index reminder_day on reminder (sent_at);

create table reminder_item (
  reminder_id bigint not null,
  ordinal int not null,
  form_code varchar(64) not null,
  report_period varchar(16) not null,
  kind varchar(16) not null,
  due_day date not null,
  primary key (reminder_id, ordinal),
  constraint reminder_item_reminder foreign key (reminder_id) references reminder (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
