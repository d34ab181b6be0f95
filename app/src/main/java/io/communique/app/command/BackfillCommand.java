package io.communique.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code communique backfill}. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes releases that were not watched as they came, from archives of somebody's crawl.",
            "",
            "They are marked with origin backfill; a page that is known with the same text makes no new edition."
        })
public final class BackfillCommand implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init") // Set before any option is read.
    @Spec
    private CommandSpec command;

    @Mixin
    private StageOptions stage = new StageOptions();

    @Mixin
    private CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private WarcOptions warc = new WarcOptions();

    @Override
    public Integer call() throws Exception {
        if (!warc.isGiven()) {
            throw new ParameterException(command.commandLine(), "--warc must name an archive to fill gaps from");
        }
        stage.createTopics();
        return warc.publish(stage.brokers(), crawl.catalogue());
    }
}
