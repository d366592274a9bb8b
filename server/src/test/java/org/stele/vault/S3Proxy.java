package org.stele.vault;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** S3Proxy in a process of its own, keeping buckets as folders. Needs no Docker; needs Maven to have, or to get, its 59 MB. */
public final class S3Proxy implements AutoCloseable {
    private final Process process;
    private final int port;
    private final Path folder;

    private S3Proxy(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /** Starts one that knows a single key. The test is skipped, and says so, where it cannot be had. */
    public static S3Proxy start(Path folder, String key, String secret) throws IOException, InterruptedException {
        String classPath = classPath();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path buckets = Files.createDirectories(folder.resolve("buckets"));
        Path config = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=local
                jclouds.credential=local
                jclouds.filesystem.basedir=%s
                """.formatted(port, key, secret, buckets));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", classPath,
                "org.gaul.s3proxy.Main", "--properties", config.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("s3proxy.log").toFile()).start();
        S3Proxy proxy = new S3Proxy(process, port, buckets);
        for (int i = 0; i < 600 && !proxy.answers(); i++) {
            if (!process.isAlive()) {
                throw new IOException("S3Proxy ended: " + Files.readString(folder.resolve("s3proxy.log")));
            }
            Thread.sleep(100);
        }
        return proxy;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Where it keeps a bucket; making the folder makes the bucket. */
    public Path bucket(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static String classPath() throws IOException, InterruptedException {
        Path module = Path.of("").toAbsolutePath().getFileName().toString().equals("server") ? Path.of("").toAbsolutePath() : Path.of("server").toAbsolutePath();
        Path pom = module.resolve("src/test/s3proxy/pom.xml");
        Path file = module.resolve("target/s3proxy.classpath");
        if (!Files.exists(file) || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(pom)) < 0) {
            Path log = module.resolve("target/s3proxy.log");
            Process maven = new ProcessBuilder(module.resolveSibling("mvnw").toString(), "-q", "-B", "-f", pom.toString(), "dependency:build-classpath",
                    "-Dmdep.outputFile=" + file).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            boolean done = maven.waitFor(5, TimeUnit.MINUTES) && maven.exitValue() == 0;
            maven.destroy();
            Assumptions.assumeTrue(done, () -> "Skipped: Maven cannot get S3Proxy (" + log + " says why). The copies were tried on no other maker's store.");
        }
        return Files.readString(file).strip().replace(":", File.pathSeparator);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
