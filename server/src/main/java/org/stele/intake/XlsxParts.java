package org.stele.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through the parts of a workbook before anything of it is read: a few kilobytes can unpack to more than any memory holds. What
 * the file says of its sizes is not believed; every part is unpacked and counted, and no further than to its limit.
 */
final class XlsxParts {

    private static final long MEGABYTE = 1 << 20;

    /** Unpacked bytes of a part that is held in memory, above all of the table of shared texts. */
    static final long MOST_IN_MEMORY = 64 * MEGABYTE;

    /** Unpacked bytes of a sheet, which is read as a stream; a full sheet of a million rows is about one gigabyte. */
    static final long MOST_OF_A_SHEET = 4096 * MEGABYTE;

    /** Unpacked for packed bytes. Sheets are packed to a tenth or a thirtieth; what is packed to less was made to burst. */
    private static final long MOST_UNPACKED = 300;

    /** Below this a part may be packed as it will: it cannot harm. */
    private static final long HARMLESS = 16 * MEGABYTE;

    private static final String SHEETS = "xl/worksheets/";
    private static final String TYPES = "[Content_Types].xml";

    private XlsxParts() {
    }

    /** @throws FaultyFile naming the part that is too large, and the remedy */
    static void refuseTooLarge(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> streamed = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                String name = entries.nextElement().getName();
                if (!names.add(name)) {
                    throw new FaultyFile("the workbook holds the part " + name + " twice: save it anew");
                }
                if (name.startsWith(SHEETS)) {
                    streamed.add(name);
                }
            }
            streamed.removeAll(heldInMemory(zip));
            for (String name : names) {
                refuseTooLarge(zip, zip.getEntry(name), streamed.contains(name));
            }
        } catch (ZipException | XMLStreamException e) {
            throw new FaultyFile("this is not an XLSX workbook: " + e.getMessage(), e);
        }
    }

    private static void refuseTooLarge(ZipFile zip, ZipEntry entry, boolean streamed) throws IOException {
        long most = streamed ? MOST_OF_A_SHEET : MOST_IN_MEMORY;
        long packed = Math.max(entry.getCompressedSize(), 1);
        long unpacked = 0;
        XlsxCells cells = new XlsxCells(entry.getName());
        byte[] block = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                unpacked += read;
                if (unpacked > most) {
                    throw new FaultyFile("the workbook's part %s unpacks to more than %,d MB, which is more than is read%s: save the sheet as CSV and import that"
                            .formatted(entry.getName(), most / MEGABYTE, streamed ? "" : " into memory"));
                }
                if (unpacked > HARMLESS && unpacked / packed > MOST_UNPACKED) {
                    throw new FaultyFile(("the workbook's part %s unpacks to more than %d times its size, as no list does and files made to burst a program do:"
                            + " save the sheet as CSV and import that").formatted(entry.getName(), MOST_UNPACKED));
                }
                if (streamed) {
                    cells.take(block, read);
                }
            }
        }
    }

    /** Parts that their declared type makes the reader hold in memory, wherever in the workbook they stand. */
    private static Set<String> heldInMemory(ZipFile zip) throws IOException, XMLStreamException {
        Set<String> held = new HashSet<>();
        ZipEntry types = zip.getEntry(TYPES);
        if (types == null) {
            throw new FaultyFile("this is not an XLSX workbook: it does not say what its parts are");
        }
        refuseTooLarge(zip, types, false);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = zip.getInputStream(types)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Override")) {
                    String type = xml.getAttributeValue(null, "ContentType");
                    String name = xml.getAttributeValue(null, "PartName");
                    if (type != null && name != null && !type.endsWith(".worksheet+xml")) {
                        held.add(name.startsWith("/") ? name.substring(1) : name);
                    }
                }
            }
        }
        return held;
    }
}
