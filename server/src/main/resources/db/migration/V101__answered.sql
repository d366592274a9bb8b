-- The latest instant that a question later than the last change was answered as of. A change comes after it even if the clock was set
-- back in between: what was answered once is answered so for ever. One row, once there was such a question.
create table answered (
    only_one boolean     primary key default true check (only_one),
    up_to    timestamptz not null check (isfinite(up_to))
);
