-- One row for each run of an import: which file, by which mapping, what that declared of the source, and what became of its rows.
create sequence import_run_id;
create table import_run (
    id             bigint      primary key default nextval('import_run_id'),
    source         bigint      not null,
    source_confidential boolean not null,
    source_note    text,
    file_name      text        not null,
    file_sha256    text        not null,
    columns        text[]      not null,
    mapping        text        not null,
    mapping_sha256 text        not null,
    codebook       text        not null,
    run_by         text        not null check (run_by <> ''),
    started_at     timestamptz not null default clock_timestamp(),
    ended_at       timestamptz,
    rows_read      bigint,
    rows_new       bigint,
    rows_changed   bigint,
    rows_repeated  bigint,
    rows_rejected  bigint,
    -- Of the rejected rows that are kept from this run: their marks, and each one's words by their SHA-256.
    rejects_sha256 text,
    -- A run without an end was broken off: what it had acknowledged is in the register, and the next run of the file takes the rest.
    check ((ended_at is null) = (rows_read is null)),
    check (rows_new + rows_changed + rows_repeated + rows_rejected = rows_read)
);
create index import_run_of_source on import_run (source, id);

-- Rows that could not be taken, word for word: nothing is lost. A row is kept once, however often its file is imported.
create table rejected_row (
    source     bigint not null,
    mark       text   not null,
    run        bigint not null references import_run,
    row_number bigint not null,
    line       bigint not null,
    reasons    jsonb  not null,
    words      text   not null,
    primary key (source, mark)
);
create trigger guard before update or delete on rejected_row for each row execute function guard_row();

-- Which incident a source's own mark of an incident stands for, and the key of the row that told of it first: that row speaks for it.
create table incident_key (
    source   bigint not null,
    key      text   not null,
    incident bigint not null,
    teller   text   not null,
    primary key (source, key)
);
create trigger guard before update or delete on incident_key for each row execute function guard_row();
