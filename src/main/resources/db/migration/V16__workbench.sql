-- Every time a version went live: who, why, and over what. Rows are never changed.
create table publication (
    number        bigint generated always as identity primary key,
    programme     varchar(255)             not null,
    edition       varchar(255)             not null,
    hash          char(64)                 not null,
    previous_hash char(64),
    published_at  timestamp with time zone not null default current_timestamp,
    published_by  varchar(50)              not null, -- id of a staff account, or "system"
    approved_by   varchar(50),
    reason        varchar(2000)            not null,
    origin        varchar(20)              not null, -- FOLDER or ONLINE
    foreign key (hash, programme, edition) references published_version (hash, programme, edition)
);

create index publication_edition on publication (programme, edition);

insert into publication (programme, edition, hash, published_at, published_by, reason, origin)
select programme, edition, hash, live_since, 'system', '', 'FOLDER' from live_edition;

-- The content last taken from the rules folder: while it is what is live, a changed folder goes live by itself.
create table folder_edition (
    programme varchar(255) not null,
    edition   varchar(255) not null,
    hash      char(64)     not null,
    primary key (programme, edition)
);

insert into folder_edition (programme, edition, hash) select programme, edition, hash from live_edition;

-- A change of one edition that somebody is writing.
create table draft (
    id           uuid                     not null primary key,
    programme    varchar(255)             not null,
    edition      varchar(255)             not null,
    base_hash    char(64),                          -- the live version it starts from; null for a new edition
    state        varchar(20)              not null, -- EDITING, SUBMITTED, PUBLISHED or DISCARDED
    origin       varchar(20)              not null, -- ONLINE, FOLDER, IMPORT or RESTORED
    reason       varchar(2000)            not null, -- why it should go live
    remark       varchar(2000)            not null, -- of who sent it back
    created_by   varchar(50)              not null, -- id of a staff account, or "system"
    created_at   timestamp(3) with time zone not null,
    submitted_by varchar(50),
    changed_at   timestamp(3) with time zone not null,
    revision     bigint                   not null  -- counts changes of state
);

create index draft_edition on draft (programme, edition);

create table draft_file (
    draft_id   uuid                     not null references draft (id) on delete cascade,
    name       varchar(50)              not null,
    text       text                     not null,
    revision   bigint                   not null, -- counts changes: who saves names the one they read
    changed_by varchar(50)              not null,
    changed_at timestamp(3) with time zone not null,
    primary key (draft_id, name)
);

-- Everybody who changed a draft: none of them approves it.
create table draft_editor (
    draft_id uuid        not null references draft (id) on delete cascade,
    account  varchar(50) not null,
    primary key (draft_id, account)
);
