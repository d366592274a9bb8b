-- Finding names by their likeness. The check at start has made sure that it knows Arabic letters.
create extension if not exists pg_trgm;
