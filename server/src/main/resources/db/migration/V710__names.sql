-- What a name is compared by: letters that writers of Arabic use for one another made one, marks and tatweel dropped, case and
-- signs of transliteration passed over.
create function name_key(name text) returns text language sql immutable strict parallel safe return
    regexp_replace(translate(lower(name), 'أإآٱىةؤئáàâäāéèêëīíìîïōóòôöūúùûüşçğñḥṣṭḍẓ', 'اااايهويaaaaaeeeeiiiiiooooouuuuuscgnhstdz'),
                   '[ـً-ْٰʿʾ''’‘`´-]', '', 'g');
