package io.communique.app.chaos;

import io.communique.app.Communique;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the line, which may die and be started again. */
final class Child {
    private static final int STOP_SECONDS = 60;

    private final String name;
    private final Path directory;
    private final Map<String, String> environment;
    private final List<String> command;
    private Process process;

    private Child(String name, Path directory, Map<String, String> environment, List<String> command) {
        this.name = name;
        this.directory = directory;
        this.environment = environment;
        this.command = command;
        this.process = run();
    }

    static Child broker(Path directory, int port) {
        return new Child(
                "broker",
                directory,
                Map.of(),
                List.of(
                        BrokerProcess.class.getName(),
                        directory.resolve("broker").toString(),
                        Integer.toString(port)));
    }

    static Child stage(String name, Path directory, Map<String, String> environment, String... command) {
        List<String> all = new ArrayList<>(List.of(Communique.class.getName()));
        all.addAll(List.of(command));
        all.addAll(List.of("--instance-id", name));
        return new Child(name, directory, environment, all);
    }

    private Process run() {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + directory.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path")));
        all.addAll(command);
        try {
            Files.createDirectories(directory.resolve("tmp"));
            ProcessBuilder builder = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return directory.resolve(name + ".log");
    }

    /** Returns the end of what it wrote. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void startAgain() {
        process = run();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, as an operator does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(name + " does not stop when asked to");
        }
    }

    void pause() throws IOException, InterruptedException {
        tool("kill", "-STOP", Long.toString(process.pid()));
    }

    void goOn() throws IOException, InterruptedException {
        tool("kill", "-CONT", Long.toString(process.pid()));
    }

    /** No file of the process may grow beyond this from now on (the soft limit, which it may be given back): a disk that is full. */
    void limitFiles(String bytes) throws IOException, InterruptedException {
        tool("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":");
    }

    private static void tool(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
