package io.communique.app.command;

import io.communique.app.monitor.MonitoredStage;
import io.communique.ingest.Ingest;
import io.communique.ingest.IngestConfig;
import io.communique.ingest.source.SourceCatalogue;
import io.communique.ingest.source.SourceReload;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code communique ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Watches the sources and publishes their pages to press.pages.",
            "",
            "Start it several times to share the work: a host always belongs to one process. With --warc it publishes the releases of"
                    + " archives instead, and ends."
        })
public final class IngestCommand implements Callable<Integer> {
    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private MonitorOptions monitor = new MonitorOptions();

    @Mixin
    private CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private WarcOptions warc = new WarcOptions();

    @Override
    public Integer call() throws Exception {
        IngestConfig config = stage.settings(() -> new IngestConfig(
                stage.brokers(),
                crawl.userAgent(),
                crawl.hostDelay(),
                IngestConfig.REQUEST_TIMEOUT_DEFAULT,
                IngestConfig.BODY_BYTES_MAX_DEFAULT,
                crawl.allowedPrivateHosts(),
                stage.instanceId()));
        SourceCatalogue sources = crawl.catalogue();
        monitor.check();
        stage.createTopics();
        if (warc.isGiven()) {
            return warc.publish(stage.brokers(), sources);
        }
        Ingest ingest = Ingest.start(config, sources);
        SourceReload reload = crawl.reload(sources);
        try {
            return StageRun.untilStopped("ingest", ingest, ingest::failure, monitor.open(MonitoredStage.of(ingest)));
        } finally {
            reload.close();
        }
    }
}
