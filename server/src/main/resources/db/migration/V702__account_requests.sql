-- What one administrator asks for and another agrees to: a new way in for who lost theirs, or another role.
create table account_request (
    number    bigint      generated always as identity primary key,
    account   text        not null references account (name),
    role      text,
    asked_by  text        not null references account (name) check (asked_by <> account),
    asked_at  timestamptz not null,
    reason    text        not null check (reason <> ''),
    half      bytea,
    closed_by text        references account (name),
    closed_at timestamptz,
    agreed    boolean,
    check ((closed_by is null) = (closed_at is null) and (closed_by is null) = (agreed is null)),
    -- Nobody decides alone, nor on themselves: the database says so too.
    check (agreed is not true or (closed_by <> asked_by and closed_by <> account))
);
comment on column account_request.role is 'the role asked for; a new way in, where there is none';
comment on column account_request.half is 'of a new password that half which only its asker was shown, encrypted; gone once it is decided';
create unique index account_request_one_at_a_time on account_request (account) where closed_at is null;
