-- Files of applicants that are judged as a whole. The rows themselves lie in files, in a folder of that name.
create table batch_run (
    id          uuid                        not null primary key,
    folder      varchar(43)                 not null unique, -- unguessable
    programme   varchar(255)                not null,
    edition     varchar(255)                not null,
    version     char(64)                    not null,        -- of the edition's content: a run that goes on stays with it
    as_of       date                        not null,
    file_name   varchar(255)                not null,
    file_hash   char(64)                    not null,
    file_bytes  bigint                      not null,
    encoding    varchar(40)                 not null,        -- empty: recognised
    by_hand     text                        not null,        -- JSON: header -> question id, "applicant" or "ignore"
    details     boolean                     not null,
    language    varchar(2)                  not null,
    state       varchar(20)                 not null,        -- DRAFT, WAITING, DONE, CANCELLED, FAILED
    row_count   bigint                      not null,
    rejected    bigint                      not null,
    notes       text                        not null,        -- JSON: what one should know beside the results
    problems    text                        not null,        -- JSON: why it failed
    created_by  varchar(50)                 not null,        -- id of a staff account
    created_at  timestamp(3) with time zone not null,
    finished_at timestamp(3) with time zone
);

create index batch_run_hash on batch_run (file_hash);
create index batch_run_created on batch_run (created_at);
