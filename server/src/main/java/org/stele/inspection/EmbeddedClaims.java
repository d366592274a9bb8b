package org.stele.inspection;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What EXIF, IPTC, XMP and the headers of films say of a file, as claims. */
final class EmbeddedClaims {
    /** Names of tags, whatever kind of metadata they stand in, and what they are about. In this order they are listed. */
    private static final Map<String, Claim.About> TAGS = new LinkedHashMap<>();

    static {
        put(Claim.About.TIME, "Date/Time Original", "Date/Time Digitized", "Date/Time", "Time Zone Original", "Time Zone", "Sub-Sec Time Original", "Date Created",
                "Time Created", "Digital Date Created", "Digital Time Created", "Creation Time", "Creation Date", "Modification Time", "GPS Date Stamp",
                "GPS Time-Stamp", "Last Modification Time", "Datetime Original");
        put(Claim.About.PLACE, "GPS Latitude Ref", "GPS Latitude", "GPS Longitude Ref", "GPS Longitude", "GPS Altitude Ref", "GPS Altitude", "GPS Img Direction",
                "GPS Dest Bearing", "GPS Processing Method", "GPS Area Information", "City", "Sub-location", "Province/State", "Country/Primary Location Name",
                "ISO 6709", "Location", "Latitude", "Longitude");
        put(Claim.About.DEVICE, "Make", "Model", "Body Serial Number", "Camera Serial Number", "Serial Number", "Lens Make", "Lens Model", "Lens Serial Number",
                "Android Manufacturer", "Android Model", "Camera Owner Name", "Handler Name");
        put(Claim.About.SOFTWARE, "Software", "Host Computer", "Android Version", "Encoder", "Encoded By", "Originating Program", "Creator Tool",
                "Compressor Name", "Writer Name");
        put(Claim.About.AUTHOR, "Artist", "Copyright", "By-line", "Copyright Notice", "Credit", "Author", "Windows XP Author", "Copyright Owner");
        put(Claim.About.TITLE, "Image Description", "Caption/Abstract", "Headline", "Object Name", "User Comment", "Windows XP Title", "Windows XP Comment", "Title",
                "Description", "JPEG Comment", "Textual Data", "Display Name");
        put(Claim.About.SIZE, "Image Width", "Image Height", "Width", "Height");
        put(Claim.About.DURATION, "Duration in Seconds", "Duration");
        put(Claim.About.ORIENTATION, "Orientation", "Rotation");
        put(Claim.About.IDENTIFIER, "Unique Image ID", "Content Identifier", "Major Brand", "Document ID", "Original Document ID", "Image Unique ID");
    }

    private static final String END = "End of data reached";

    private EmbeddedClaims() {
    }

    private static void put(Claim.About about, String... names) {
        for (String name : names) {
            TAGS.put(name, about);
        }
    }

    /** Of a film or sound whose form the library may not know: then it is no fault of the file. */
    static void ofFilmOrSound(InputStream in, Report report) throws IOException {
        var known = new BufferedInputStream(in);
        if (FileTypeDetector.detectFileType(known) != FileType.Unknown) {
            of(known, report);
        }
    }

    /** Reports the claims, and that the metadata is broken if so. Returns what was read, null where nothing could be. */
    static @Nullable Metadata of(InputStream in, Report report) throws IOException {
        Metadata metadata;
        try {
            metadata = ImageMetadataReader.readMetadata(in);
        } catch (ImageProcessingException | RuntimeException unreadable) {
            report.finding(What.METADATA_UNREADABLE, String.valueOf(unreadable.getMessage()));
            return null;
        }
        report(metadata, report);
        return metadata;
    }

    /** Reads without reporting; null where nothing can be read. */
    static @Nullable Metadata read(InputStream in) throws IOException {
        try {
            return ImageMetadataReader.readMetadata(in);
        } catch (ImageProcessingException | RuntimeException unreadable) {
            return null;
        }
    }

    private static void report(Metadata metadata, Report report) {
        for (GpsDirectory gps : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            var place = gps.getGeoLocation();
            if (place != null) {
                report.claim(Claim.About.PLACE, String.format(Locale.ROOT, "%.6f, %.6f", place.getLatitude(), place.getLongitude()),
                        gps.getName() + " / latitude and longitude in degrees, worked out from its tags");
            }
        }
        int errors = 0;
        String first = "";
        for (Directory directory : metadata.getDirectories()) {
            for (Tag tag : directory.getTags()) {
                Claim.About about = TAGS.get(tag.getTagName());
                String value = about == null ? null : value(directory, tag);
                if (about != null && value != null) {
                    report.claim(about, value, directory.getName() + " / " + tag.getTagName());
                }
            }
            for (String error : directory.getErrors()) {
                if ((directory instanceof Mp4Directory || directory instanceof QuickTimeDirectory) && error.startsWith(END)) {
                    // The library reads boxes until there is none, and calls that a fault. Whether one is cut off is found by FilmLook.
                    continue;
                }
                first = errors++ == 0 ? directory.getName() + ": " + error : first;
            }
        }
        if (errors > 0) {
            report.finding(What.METADATA_FAULTS, errors, first);
        }
    }

    /** The value as it stands in the file where it is text, else as the library words it. */
    private static @Nullable String value(Directory directory, Tag tag) {
        Object raw = directory.getObject(tag.getTagType());
        return raw instanceof String || raw instanceof StringValue ? directory.getString(tag.getTagType()) : tag.getDescription();
    }
}
