-- The sealed log. Whoever writes a row that is to last also writes, in the same transaction, one entry for it: a commitment to the row,
-- which says nothing about it to anybody who does not have the row and the salt. Entries stand in blocks, one for the rows of one table
-- that were written together, so that an import of a million rows can afford it.
create table sealed_block (
    first       bigint      primary key check (first >= 0),
    entries     int         not null check (entries > 0),
    -- No gap, no overlap and no fork: each block begins where another one ends, only one can begin there, and only one at nought.
    next        bigint      generated always as (first + entries) stored unique,
    follows     bigint      generated always as (nullif(first, 0)) stored references sealed_block (next),
    -- The change that wrote the rows; absent for what is no change of the register, such as accounts.
    change      bigint,
    format      smallint    not null,
    table_name  text        not null,
    -- Which rows: new ids in a row from this one on, in version 1 where the table has versions; or each row's key as a JSON array.
    first_id    bigint,
    keys        text[]      check (cardinality(keys) = entries),
    salts       bytea       not null check (octet_length(salts) = 16 * entries),
    commitments bytea       not null check (octet_length(commitments) = 32 * entries),
    check ((first_id is null) <> (keys is null))
);
-- Random bytes cannot be compressed.
alter table sealed_block alter column salts set storage external, alter column commitments set storage external;
create index sealed_block_of_change on sealed_block (change, first);

-- An entry never changes. Only a lawful erasure destroys its salt, after which nothing can be told from its commitment.
create function guard_block() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or current_setting('stele.erasing', true) is distinct from 'on'
       or to_jsonb(old) - array['salts', 'next', 'follows'] <> to_jsonb(new) - array['salts', 'next', 'follows'] then
        raise exception 'sealed_block %: entries of the log are never changed or deleted', old.first;
    end if;
    return new;
end $$;
create trigger guard before update or delete on sealed_block for each row execute function guard_block();

create function guard_log() returns trigger language plpgsql as $$
begin
    raise exception '%: rows are never changed or deleted', tg_table_name;
end $$;

-- What was lawfully erased: the mark that stays. The entry's salt is destroyed with the values; the row as it is since has an entry of
-- its own. Who, when and why are told by the change.
create sequence erasure_id;
create table erasure (
    id         bigint primary key,
    change     bigint not null,
    entry      bigint not null unique,
    table_name text   not null,
    key        text   not null,
    columns    text[] not null
);
create trigger guard before update or delete on erasure for each row execute function guard_log();

-- The key the log is signed with, as whoever verifies needs it. One log has one key for good.
create table log_key (
    one      boolean primary key default true check (one),
    verifier text    not null check (verifier <> '')
);

-- Every checkpoint that was signed, with its signature.
create table log_checkpoint (
    size bigint primary key check (size >= 0),
    note text   not null,
    at   timestamptz not null default clock_timestamp()
);

create trigger guard before update or delete on log_key for each row execute function guard_log();
create trigger guard before update or delete on log_checkpoint for each row execute function guard_log();
