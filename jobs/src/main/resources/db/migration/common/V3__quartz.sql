-- The tables in which Quartz keeps its triggers, so that several processes share them. Names and columns are Quartz's; yes and no are BOOLEAN, which
-- H2 and MySQL both understand through the standard delegate. Names are in capitals because MySQL tells them apart and Quartz asks for them so.
create table QRTZ_JOB_DETAILS (
  SCHED_NAME varchar(120) not null,
  JOB_NAME varchar(190) not null,
  JOB_GROUP varchar(190) not null,
  DESCRIPTION varchar(250),
  JOB_CLASS_NAME varchar(250) not null,
  IS_DURABLE boolean not null,
  IS_NONCONCURRENT boolean not null,
  IS_UPDATE_DATA boolean not null,
  REQUESTS_RECOVERY boolean not null,
  JOB_DATA blob,
  primary key (SCHED_NAME, JOB_NAME, JOB_GROUP)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_TRIGGERS (
  SCHED_NAME varchar(120) not null,
  TRIGGER_NAME varchar(190) not null,
  TRIGGER_GROUP varchar(190) not null,
  JOB_NAME varchar(190) not null,
  JOB_GROUP varchar(190) not null,
  DESCRIPTION varchar(250),
  NEXT_FIRE_TIME bigint,
  PREV_FIRE_TIME bigint,
  PRIORITY integer,
  TRIGGER_STATE varchar(16) not null,
  TRIGGER_TYPE varchar(8) not null,
  START_TIME bigint not null,
  END_TIME bigint,
  CALENDAR_NAME varchar(190),
  MISFIRE_INSTR smallint,
  JOB_DATA blob,
  primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  constraint QRTZ_TRIGGERS_JOB foreign key (SCHED_NAME, JOB_NAME, JOB_GROUP)
    references QRTZ_JOB_DETAILS (SCHED_NAME, JOB_NAME, JOB_GROUP)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create index QRTZ_TRIGGERS_STATE on QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_STATE, NEXT_FIRE_TIME);

create table QRTZ_SIMPLE_TRIGGERS (
  SCHED_NAME varchar(120) not null,
  TRIGGER_NAME varchar(190) not null,
  TRIGGER_GROUP varchar(190) not null,
  REPEAT_COUNT bigint not null,
  REPEAT_INTERVAL bigint not null,
  TIMES_TRIGGERED bigint not null,
  primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  constraint QRTZ_SIMPLE_TRIGGERS_TRIGGER foreign key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    references QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_CRON_TRIGGERS (
  SCHED_NAME varchar(120) not null,
  TRIGGER_NAME varchar(190) not null,
  TRIGGER_GROUP varchar(190) not null,
  CRON_EXPRESSION varchar(120) not null,
  TIME_ZONE_ID varchar(80),
  primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  constraint QRTZ_CRON_TRIGGERS_TRIGGER foreign key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    references QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_SIMPROP_TRIGGERS (
  SCHED_NAME varchar(120) not null,
  TRIGGER_NAME varchar(190) not null,
  TRIGGER_GROUP varchar(190) not null,
  STR_PROP_1 varchar(512),
  STR_PROP_2 varchar(512),
  STR_PROP_3 varchar(512),
  INT_PROP_1 int,
  INT_PROP_2 int,
  LONG_PROP_1 bigint,
  LONG_PROP_2 bigint,
  DEC_PROP_1 numeric(13, 4),
  DEC_PROP_2 numeric(13, 4),
  BOOL_PROP_1 boolean,
  BOOL_PROP_2 boolean,
  primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  constraint QRTZ_SIMPROP_TRIGGERS_TRIGGER foreign key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    references QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_BLOB_TRIGGERS (
  SCHED_NAME varchar(120) not null,
  TRIGGER_NAME varchar(190) not null,
  TRIGGER_GROUP varchar(190) not null,
  BLOB_DATA blob,
  primary key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  constraint QRTZ_BLOB_TRIGGERS_TRIGGER foreign key (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    references QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_CALENDARS (
  SCHED_NAME varchar(120) not null,
  CALENDAR_NAME varchar(190) not null,
  CALENDAR blob not null,
  primary key (SCHED_NAME, CALENDAR_NAME)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_PAUSED_TRIGGER_GRPS (
  SCHED_NAME varchar(120) not null,
  TRIGGER_GROUP varchar(190) not null,
  primary key (SCHED_NAME, TRIGGER_GROUP)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_FIRED_TRIGGERS (
  SCHED_NAME varchar(120) not null,
  ENTRY_ID varchar(95) not null,
  TRIGGER_NAME varchar(190) not null,
  TRIGGER_GROUP varchar(190) not null,
  INSTANCE_NAME varchar(190) not null,
  FIRED_TIME bigint not null,
  SCHED_TIME bigint not null,
  PRIORITY integer not null,
  STATE varchar(16) not null,
  JOB_NAME varchar(190),
  JOB_GROUP varchar(190),
  IS_NONCONCURRENT boolean,
  REQUESTS_RECOVERY boolean,
  primary key (SCHED_NAME, ENTRY_ID)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_SCHEDULER_STATE (
  SCHED_NAME varchar(120) not null,
  INSTANCE_NAME varchar(190) not null,
  LAST_CHECKIN_TIME bigint not null,
  CHECKIN_INTERVAL bigint not null,
  primary key (SCHED_NAME, INSTANCE_NAME)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table QRTZ_LOCKS (
  SCHED_NAME varchar(120) not null,
  LOCK_NAME varchar(40) not null,
  primary key (SCHED_NAME, LOCK_NAME)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
