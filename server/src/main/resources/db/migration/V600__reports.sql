-- Editions of reports (versioned, see V100). A version fixes what the edition said: the codebook, the instant, every figure with its
-- question, the state of the sealed log that it can be asked of again, the texts, and the files by digest. The files' bytes stand
-- beside, never changed.

create sequence edition_id;
create table edition (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    report        text        not null,
    period_from   date        not null,
    period_to     date        not null check (period_from <= period_to),
    state         text        not null check (state in ('draft', 'checked', 'released')),
    drafted_by    text        not null,
    checked_by    text        check ((checked_by is null) = (state = 'draft')),
    released_by   text        check ((released_by is null) = (state <> 'released')),
    codebook      text        not null,
    as_of         timestamptz not null,
    log_size      bigint      not null check (log_size >= 0),
    log_root      text        not null check (log_root <> ''),
    program       text        not null check (program <> ''),
    named         boolean     not null,
    cases         jsonb       not null,
    figures       jsonb       not null,
    texts         jsonb       not null,
    files         jsonb       not null,
    primary key (id, version)
);
call keep_history('edition');
create index edition_of_period on edition (report, period_from, period_to) where recorded_to = 'infinity';

create table edition_file (
    sha256     text  primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text  not null,
    bytes      bytea not null
);
create trigger guard before update or delete on edition_file for each row execute function guard_row();
