-- Which keys this register was encrypted with: fingerprints of public parts, no secret. A key folder is held against it at every start.
create table key_version (
    compartment text not null check (compartment in ('sources', 'confidential', 'working', 'public')),
    version integer not null check (version >= 1),
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{8}$'),
    made_at timestamptz not null default now(),
    primary key (compartment, version)
);
