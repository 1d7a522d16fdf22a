-- A file that staff brought into a cohort. Its content is kept only until it is taken in.
create table cohort_upload (
    id          uuid                     not null primary key,
    cohort_id   uuid                     not null references cohort (id) on delete cascade,
    file_name   varchar(255)             not null,
    sha256      char(64)                 not null, -- so that the same file is noticed
    charset     varchar(30),                       -- as chosen by hand; null: recognised
    taken       int,                               -- rows taken in; null while that waits
    rejected    int,
    uploaded_by varchar(50)              not null, -- id of a staff account
    uploaded_at timestamp with time zone not null
);

create index cohort_upload_cohort on cohort_upload (cohort_id);

create table cohort_upload_part (
    upload_id uuid  not null references cohort_upload (id) on delete cascade,
    part      int   not null,
    content   bytea not null,
    primary key (upload_id, part)
);

-- Rows that could not be taken in, as they stood in the file, with the reasons: to be corrected and brought again.
create table cohort_reject (
    upload_id uuid   not null references cohort_upload (id) on delete cascade,
    line      bigint not null, -- 0: the header
    cells     text   not null, -- JSON array
    problems  text   not null, -- JSON array of {column, value, ja, en}
    primary key (upload_id, line)
);
