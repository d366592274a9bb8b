package org.stele.inspection;

import java.util.Locale;

/**
 * What exactly was found. The words stand in the messages of this room, in each language, under {@code what.} and {@link #code}; what
 * changes from file to file is filled in.
 */
public enum What {
    TYPE_NOT_AS_NAMED(Finding.Kind.OTHER_TYPE),
    NAME_ZERO(Finding.Kind.NAME),
    NAME_HIDDEN(Finding.Kind.NAME),
    NAME_PATH(Finding.Kind.NAME),
    METADATA_UNREADABLE(Finding.Kind.BROKEN),
    METADATA_FAULTS(Finding.Kind.BROKEN),
    PART_LENGTH(Finding.Kind.BROKEN),
    ENDS_EARLY(Finding.Kind.BROKEN),
    ENDS_WITHIN(Finding.Kind.BROKEN),
    FILM_UNDESCRIBED(Finding.Kind.BROKEN),
    BREAKS_OFF(Finding.Kind.BROKEN),
    PICTURE_UNDECODABLE(Finding.Kind.BROKEN),
    WEB_ARCHIVE_BROKEN(Finding.Kind.BROKEN),
    LIST_MISSING(Finding.Kind.BROKEN),
    LIST_COUNT(Finding.Kind.BROKEN),
    REST_TOO_LONG(Finding.Kind.TOO_LARGE),
    PICTURE_DIMENSIONS(Finding.Kind.TOO_LARGE),
    PICTURE_AT_ONCE(Finding.Kind.TOO_LARGE),
    PICTURE_FILE(Finding.Kind.TOO_LARGE),
    MEMBERS_MANY(Finding.Kind.TOO_LARGE),
    LIST_TOO_LONG(Finding.Kind.TOO_LARGE),
    PICTURE_NO_READER(Finding.Kind.NOT_OPENED),
    PICTURE_NONE(Finding.Kind.NOT_OPENED),
    STILLS_NO_PROGRAM(Finding.Kind.NOT_OPENED),
    STILLS_BROKEN(Finding.Kind.NOT_OPENED),
    STILLS_OF_KEYS(Finding.Kind.NOT_OPENED),
    STILLS_MANY(Finding.Kind.TOO_LARGE),
    STILLS_STOPPED(Finding.Kind.STOPPED),
    REGION_NONE(Finding.Kind.NOT_OPENED),
    REGION_OUTSIDE(Finding.Kind.NOT_OPENED),
    MEMBERS_ARCHIVES(Finding.Kind.NOT_OPENED),
    MEMBERS_LEAD_OUT(Finding.Kind.ARCHIVE_MEMBER),
    MEMBERS_LINKS(Finding.Kind.ARCHIVE_MEMBER),
    MEMBERS_TWICE(Finding.Kind.ARCHIVE_MEMBER),
    UNPACKING_GIVEN_UP(Finding.Kind.BOMB),
    MEMBERS_OVERLAP(Finding.Kind.BOMB),
    MEMBERS_MUCH(Finding.Kind.BOMB),
    ENDS_AS_ZIP(Finding.Kind.TWO_TYPES),
    PDF_WITHIN(Finding.Kind.TWO_TYPES),
    PAGE_WITHIN(Finding.Kind.TWO_TYPES),
    WEB_ARCHIVE_FITS(Finding.Kind.CHECKED),
    LIST_FITS(Finding.Kind.CHECKED),
    WEB_ARCHIVE_DIFFERS(Finding.Kind.DIGEST),
    RECORD_DIFFERS(Finding.Kind.DIGEST),
    LIST_DIFFERS(Finding.Kind.DIGEST),
    LIST_LACKS(Finding.Kind.DIGEST),
    STOPPED_TIME(Finding.Kind.STOPPED),
    STOPPED_MEMORY(Finding.Kind.STOPPED),
    STOPPED_PROCESSOR(Finding.Kind.STOPPED),
    STOPPED_OTHERWISE(Finding.Kind.STOPPED),
    CREDENTIALS_THERE(Finding.Kind.CREDENTIALS);

    private final Finding.Kind kind;

    What(Finding.Kind kind) {
        this.kind = kind;
    }

    /** The sort of finding it is. */
    public Finding.Kind kind() {
        return kind;
    }

    /** As it is written in messages: {@code metadata-faults}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
