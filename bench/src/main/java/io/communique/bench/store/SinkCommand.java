package io.communique.bench.store;

import io.communique.contract.release.Entity;
import io.communique.contract.release.Release;
import io.communique.sink.store.Position;
import io.communique.sink.store.ReleaseQuery;
import io.communique.sink.store.ReleaseStore;
import io.communique.sink.store.StoreAddress;
import io.communique.sink.store.Stores;
import io.communique.sink.store.jdbc.Database;
import io.communique.sink.store.jdbc.JdbcReleaseStore;
import io.communique.sink.store.postgres.PostgresDatabase;
import io.communique.sink.store.sqlite.SqliteDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rows a second beside plain JDBC, and searches in stores that grow. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        description = {
            "Stores made-up releases in batches of 500, in SQLite and in PostgreSQL, and shows rows a second; then plain JDBC batches send exactly"
                    + " the same rows, ready-made, to an empty store of the same kind.",
            "With --growth it fills both stores to each size and shows how fast, and the times of searches then."
        })
public final class SinkCommand implements Callable<Integer> {
    private static final int BATCH = 500;
    private static final int SEARCHES = 400;

    @Option(names = "--releases", defaultValue = "20000", description = "Releases to store. Default: ${DEFAULT-VALUE}.")
    private int releases;

    @Option(
            names = "--growth",
            split = ",",
            paramLabel = "N",
            description = "Sizes to grow to, such as 10000,100000,1000000, instead of the comparison.")
    private List<Integer> growth = List.of();

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Where the grown stores lie; they stay there, and what they hold is not stored again.")
    private Optional<Path> kept = Optional.empty();

    @Option(
            names = "--stores",
            split = ",",
            defaultValue = "sqlite,postgres",
            description = "Which stores. Default: ${DEFAULT-VALUE}.")
    private List<String> stores = List.of();

    @Override
    public Integer call() throws Exception {
        Path directory =
                kept.isPresent() ? Files.createDirectories(kept.get()) : Files.createTempDirectory("communique-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(kept.isEmpty())
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            for (String store : stores) {
                if (growth.isEmpty()) {
                    compare(store, directory, postgres);
                } else {
                    grow(store, address(store, "growth", directory, postgres));
                }
            }
            return 0;
        } finally {
            if (kept.isEmpty()) {
                delete(directory);
            }
        }
    }

    private static StoreAddress address(String store, String name, Path directory, EmbeddedPostgres postgres)
            throws SQLException {
        if (store.equals("sqlite")) {
            return StoreAddress.file(directory.resolve(name + ".db"));
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + name);
            }
        }
        return new StoreAddress(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name,
                Optional.of("postgres"),
                Optional.of("postgres"));
    }

    private static Database open(StoreAddress address) {
        return address.isPostgres() ? PostgresDatabase.open(address) : SqliteDatabase.open(Path.of(address.location()));
    }

    private void compare(String store, Path directory, EmbeddedPostgres postgres) throws SQLException {
        MadeUpReleases made = new MadeUpReleases(240);
        List<Release> all = IntStream.range(0, releases).mapToObj(made::release).toList();
        // The first time warms up, and tells the rows.
        Recorder recorder = new Recorder(open(address(store, "recorded", directory, postgres)));
        storeAll(recorder, all);
        long rows = recorder.transactions().stream()
                .flatMap(List::stream)
                .mapToLong(statement -> statement.rows().size())
                .sum();
        raw(recorder, open(address(store, "warm", directory, postgres)));
        double ours = storeAll(open(address(store, "ours", directory, postgres)), all);
        double raw = raw(recorder, open(address(store, "raw", directory, postgres)));
        System.out.printf(
                Locale.ROOT,
                "%-9s %,d releases, %,d rows: ours %,.0f rows/s (%,.0f releases/s), plain JDBC %,.0f rows/s, ratio %.2f%n",
                store,
                all.size(),
                rows,
                rows / ours,
                all.size() / ours,
                rows / raw,
                raw / ours);
    }

    /** Returns the seconds that it took. */
    private static double storeAll(Database database, List<Release> all) {
        try (ReleaseStore store = new JdbcReleaseStore(database)) {
            long begun = System.nanoTime();
            for (int from = 0; from < all.size(); from += BATCH) {
                List<Release> batch = all.subList(from, Math.min(all.size(), from + BATCH));
                store.store(batch, List.of(new Position("press.releases", 0, from + batch.size())));
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static double raw(Recorder recorder, Database database) throws SQLException {
        try (database;
                Connection connection = database.connection()) {
            long begun = System.nanoTime();
            connection.setAutoCommit(false);
            for (List<Recorder.Rows> transaction : recorder.transactions()) {
                for (Recorder.Rows statement : transaction) {
                    statement.send(connection);
                }
                connection.commit();
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private void grow(String name, StoreAddress address) {
        MadeUpReleases made = new MadeUpReleases(90);
        try (ReleaseStore store = Stores.open(address)) {
            int stored = store.search(ReleaseQuery.all(), Long.MAX_VALUE, 1).stream()
                    .mapToInt(newest -> (int) newest.number())
                    .findFirst()
                    .orElse(0);
            for (int size : growth) {
                int before = stored;
                long begun = System.nanoTime();
                while (stored < size) {
                    int to = Math.min(size, stored + BATCH);
                    store.store(
                            IntStream.range(stored, to).mapToObj(made::release).toList(), List.of());
                    stored = to;
                }
                double seconds = (System.nanoTime() - begun) / 1e9;
                double[] times = searches(store, size);
                System.out.printf(
                        Locale.ROOT,
                        "%-9s %,9d releases, the last %,9d at %,.0f a second; searches: p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
                        name,
                        size,
                        size - before,
                        (size - before) / seconds,
                        times[SEARCHES / 2],
                        times[SEARCHES * 95 / 100],
                        times[SEARCHES - 1]);
            }
        }
    }

    /** Words from the most frequent to the rarest, several together, phrases, with and without a filter, and pages further back. */
    private static double[] searches(ReleaseStore store, int size) {
        Random random = new Random(size);
        double[] millis = new double[SEARCHES];
        List<String> slowest = new ArrayList<>();
        for (int i = -20; i < SEARCHES; i++) {
            ReleaseQuery query = query(i, random);
            long before = random.nextInt(4) == 0 ? random.nextInt(size) : Long.MAX_VALUE;
            long begun = System.nanoTime();
            store.search(query, before, 20);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
                if (millis[i] > 100) {
                    slowest.add(String.format(Locale.ROOT, "%.0f ms %s", millis[i], query));
                }
            }
        }
        slowest.stream().limit(5).forEach(System.out::println);
        Arrays.sort(millis);
        return millis;
    }

    private static ReleaseQuery query(int number, Random random) {
        ReleaseQuery all = ReleaseQuery.all();
        String word = MadeUpReleases.word((int) Math.pow(50_000, random.nextDouble()));
        String other = MadeUpReleases.word((int) Math.pow(50_000, random.nextDouble()));
        return switch (Math.floorMod(number, 8)) {
            case 0, 1 -> all.withText(word);
            case 2 -> all.withText(word + ' ' + other);
            case 3 -> all.withText('"' + word + ' ' + other + '"');
            case 4 -> all.withText(word).ofSource("source-" + random.nextInt(200));
            case 5 -> all.ofSource("source-" + random.nextInt(200));
            case 6 ->
                all.naming(new ReleaseQuery.Named(Entity.Type.PERSON, MadeUpReleases.person(random.nextInt(5_000))));
            default -> all.withText(word.substring(0, Math.min(word.length(), 5)) + '*');
        };
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
