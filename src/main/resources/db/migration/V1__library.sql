-- Every version of an edition that ever was live. Rows are never changed.
create table published_version (
    hash         char(64)                 not null,
    programme    varchar(255)             not null,
    edition      varchar(255)             not null,
    files        text                     not null, -- JSON: file name -> text
    origin       varchar(20)              not null, -- where it was published from: FOLDER
    published_at timestamp with time zone not null default current_timestamp,
    primary key (hash, programme, edition)
);

-- Which of them is live now.
create table live_edition (
    programme varchar(255)             not null,
    edition   varchar(255)             not null,
    hash      char(64)                 not null,
    live_since timestamp with time zone not null default current_timestamp,
    primary key (programme, edition),
    foreign key (hash, programme, edition) references published_version (hash, programme, edition)
);
