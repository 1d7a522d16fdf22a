-- Staff members who may log in. The username is kept folded (NFKC, lower case), so that it is unique however it is typed.
create table staff_account (
    id                   uuid                        not null primary key,
    username             varchar(50)                 not null unique,
    password_hash        varchar(200)                not null,
    must_change_password boolean                     not null,
    enabled              boolean                     not null,
    created_at           timestamp(3) with time zone not null,
    last_log_in          timestamp(3) with time zone,
    revision             bigint                      not null -- counts what ends log-ins: password, roles, enabled
);

create table staff_role (
    account_id uuid        not null references staff_account (id) on delete cascade,
    role       varchar(30) not null,
    primary key (account_id, role)
);

-- What happened, never changed and never deleted. Each row carries the hash of the one before it.
create table audit_event (
    id            bigint                      not null primary key, -- 1, 2, 3 ... without a gap
    at            timestamp(3) with time zone not null,
    actor         varchar(50)                 not null, -- id of a staff account, or "system", or "unknown"
    action        varchar(50)                 not null,
    subject_type  varchar(30)                 not null,
    subject_id    varchar(100)                not null,
    detail        varchar(2000)               not null, -- JSON object; ids and numbers, no names
    previous_hash char(64)                    not null,
    hash          char(64)                    not null
);

create index audit_event_at on audit_event (at);

-- The end of the chain, in one row: whoever appends holds its lock, and a cut-off end shows.
create table audit_head (
    one       int      not null primary key check (one = 1),
    last_id   bigint   not null,
    last_hash char(64) not null
);

insert into audit_head (one, last_id, last_hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
