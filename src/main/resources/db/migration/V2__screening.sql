-- An applicant's answer sheet. Its two links carry unguessable tokens; only their SHA-256 is kept here.
create table answer_sheet (
    id              uuid                     not null primary key,
    programme       varchar(100)             not null,
    edition         varchar(100)             not null,
    edit_token_hash char(64)                 not null unique,
    view_token_hash char(64)                 not null unique,
    answers         text                     not null, -- JSON: question id -> answer
    unsure          text                     not null, -- JSON: ids of the questions answered "not known yet"
    unread          text                     not null, -- JSON: question id -> what was typed and is no answer
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    revision        bigint                   not null
);

-- What was advised on which answers by which version of the rules. Rows are never changed.
create table assessment (
    id         uuid                     not null primary key,
    sheet_id   uuid                     not null references answer_sheet (id) on delete cascade,
    version    char(64)                 not null,
    as_of      date                     not null,
    answers    text                     not null,
    result     text                     not null,
    created_at timestamp with time zone not null,
    sequence   bigint                   not null, -- 1, 2, 3 ... within its sheet
    unique (sheet_id, sequence)
);

-- Who handed the answers in. Apart from the answers, so that these can stay when the names go.
create table contact (
    sheet_id     uuid                     not null primary key references answer_sheet (id) on delete cascade,
    company      varchar(200)             not null,
    person       varchar(200)             not null,
    email        varchar(254)             not null,
    phone        varchar(50)              not null,
    message      varchar(2000)            not null,
    consented_at timestamp with time zone not null,
    handed_in_at timestamp with time zone not null
);

create index contact_handed_in on contact (handed_in_at);
