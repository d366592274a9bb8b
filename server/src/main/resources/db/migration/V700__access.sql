-- Who may come in. No account exists until somebody makes one on the command line.
create table account (
    name       text primary key check (name ~ '^[a-z][a-z0-9._-]{1,39}$'),
    role       text not null check (role <> ''),
    password   text not null check (password like '{%}%'),
    open       boolean not null default true,
    generation int not null default 1
);

-- What happened to accounts: who did it, when and why. Passwords are in no event.
create table account_event (
    number  bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    account text not null references account (name),
    what    text not null check (what <> ''),
    made_by text not null check (made_by <> ''),
    reason  text not null check (reason <> ''),
    -- The account as it is since; of the password's keeping form only a digest.
    role            text    not null,
    open            boolean not null,
    generation      int     not null,
    password_sha256 text    not null
);
create trigger guard before update or delete on account_event for each row execute function guard_row();

-- What was read of the cases, written before it was shown.
create table reading (
    number  bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    account text not null references account (name),
    what    text not null
);
create index reading_by_account on reading (account, at);
create trigger guard before update or delete on reading for each row execute function guard_row();
