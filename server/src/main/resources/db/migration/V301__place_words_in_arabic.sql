-- Places in words in both scripts, where somebody wrote both: a report tells the town in its own language.
alter table incident add column place_words_ar text;
alter table victim add column death_place_words_ar text, add column origin_words_ar text;
