package io.communique.app.command;

import io.communique.contract.asyncapi.AsyncApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code communique asyncapi}. */
@Command(
        name = "asyncapi",
        mixinStandardHelpOptions = true,
        description = "Prints the AsyncAPI 3 document of all topics: what a subscriber finds on each of them.")
public final class AsyncApiCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.print(AsyncApi.document());
        return 0;
    }
}
