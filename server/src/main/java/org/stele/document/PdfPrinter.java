package org.stele.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.model.EventSeverity;
import org.stele.drawing.MissingLetters;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Prints a document with Apache FOP. */
final class PdfPrinter {
    private static final System.Logger LOG = System.getLogger(PdfPrinter.class.getName());

    private PdfPrinter() {
    }

    static byte[] print(Document document) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 18);
        List<String> faults = new ArrayList<>();
        try {
            String formatted = new FoWriter(document).write();
            Fop fop = Press.factory().newFop("application/pdf", userAgent(document, faults), pdf);
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new InputSource(new StringReader(formatted)), fop.getDefaultHandler());
        } catch (MissingLetters e) {
            throw new DocumentFault(String.valueOf(e.getMessage()), e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new DocumentFault("'" + document.title() + "' cannot be set as PDF: " + e.getMessage(), e);
        }
        if (!faults.isEmpty()) {
            throw new DocumentFault("'" + document.title() + "' is not set as it should be: " + String.join("; ", faults));
        }
        return PdfSeal.seal(pdf.toByteArray());
    }

    private static FOUserAgent userAgent(Document document, List<String> faults) {
        FOUserAgent agent = Press.factory().newFOUserAgent();
        agent.setTitle(document.title());
        agent.setAuthor(document.metadata().organisation());
        agent.setSubject(document.metadata().subject());
        agent.setCreator("Stele");
        agent.setCreationDate(Date.from(document.metadata().created()));
        agent.getEventBroadcaster().addEventListener(event -> judge(event, faults));
        return agent;
    }

    /** A missing or substituted letter, or a drawing without words, spoils the document; a tight line does not. */
    private static void judge(Event event, List<String> faults) {
        String message = EventFormatter.format(event);
        boolean letters = event.getEventID().startsWith("org.apache.fop.fonts.FontEventProducer");
        boolean wordless = event.getEventID().contains("AccessibilityEventProducer");
        if (letters || wordless || event.getSeverity() == EventSeverity.ERROR || event.getSeverity() == EventSeverity.FATAL) {
            faults.add(message);
        } else if (event.getSeverity() == EventSeverity.WARN) {
            LOG.log(System.Logger.Level.DEBUG, message);
        }
    }
}
