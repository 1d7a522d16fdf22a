-- Keys of programs that act for a staff member. Only the SHA-256 of a key is kept; it was shown once.
create table api_token (
    id           uuid                        not null primary key,
    account_id   uuid                        not null references staff_account (id) on delete cascade,
    name         varchar(100)                not null,
    secret_hash  char(64)                    not null unique,
    created_at   timestamp(3) with time zone not null,
    expires_at   timestamp(3) with time zone not null,
    last_used_at timestamp(3) with time zone,
    revoked_at   timestamp(3) with time zone
);

create index api_token_account on api_token (account_id);

-- By whom an OpenID Connect provider knows a staff member: the pair never changes, names and addresses may.
create table staff_identity (
    issuer     varchar(500) not null,
    subject    varchar(255) not null,
    account_id uuid         not null references staff_account (id) on delete cascade,
    primary key (issuer, subject)
);

create index staff_identity_account on staff_identity (account_id);
