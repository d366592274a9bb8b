package org.stele.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.stele.drawing.Typeface;
import org.stele.drawing.Typeface.Weight;

/** FOP made ready once: tagged PDF, our fonts and no others, and no way to read a file or an address from a document. */
final class Press {
    /** Not a place on any disk: what {@link FromProgram} takes for the program's own resources. FOP insists on a scheme Java knows. */
    private static final String PROGRAM = "file:///program";

    private Press() {
    }

    static FopFactory factory() {
        return Holder.FACTORY;
    }

    private static final class Holder {
        private static final FopFactory FACTORY = build();
    }

    private static FopFactory build() {
        try {
            byte[] configuration = configuration().getBytes(StandardCharsets.UTF_8);
            URI base = URI.create(PROGRAM + "/");
            FopFactory factory = new FopFactoryBuilder(base, new FromProgram())
                    .setConfiguration(new DefaultConfigurationBuilder().build(new ByteArrayInputStream(configuration)))
                    .build();
            // Fonts are otherwise read with FOP's own resolver, which knows files and addresses only.
            factory.getFontManager().setResourceResolver(ResourceResolverFactory.createInternalResourceResolver(base, new FromProgram()));
            return factory;
        } catch (ConfigurationException e) {
            throw new IllegalStateException("FOP refuses its configuration", e);
        }
    }

    private static String configuration() {
        StringBuilder fonts = new StringBuilder();
        for (Typeface typeface : Typeface.values()) {
            for (Weight weight : Weight.values()) {
                fonts.append("<font embed-url=\"").append(PROGRAM).append(typeface.resource(weight)).append("\"><font-triplet name=\"")
                        .append(typeface.family()).append("\" style=\"normal\" weight=\"").append(weight == Weight.SEMIBOLD ? "bold" : "normal")
                        .append("\"/></font>\n");
            }
        }
        return """
                <fop version="1.0"><accessibility>true</accessibility><strict-configuration>true</strict-configuration>
                <renderers><renderer mime="application/pdf"><pdf-ua-mode>PDF/UA-1</pdf-ua-mode>
                <fonts>%s</fonts></renderer></renderers></fop>
                """.formatted(fonts);
    }

    /** Reads what the program itself carries, nothing else. */
    private static final class FromProgram implements ResourceResolver {
        @Override
        public Resource getResource(URI uri) throws IOException {
            String address = uri.getScheme() + "://" + uri.getPath();
            InputStream stream = address.startsWith(PROGRAM + "/")
                    ? Press.class.getResourceAsStream(address.substring(PROGRAM.length())) : null;
            if (stream == null) {
                throw new IOException("A document may not read " + uri);
            }
            return new Resource(stream);
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new IOException("A document may not write " + uri);
        }
    }
}
