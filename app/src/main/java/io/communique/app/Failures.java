package io.communique.app;

import io.communique.app.broker.BrokerStartException;
import io.communique.app.command.CommandFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What people see when the work failed: one line with the reason, then the detail where it helps. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        err.println("communique " + command.getCommandName() + ": " + reason(failure));
        if (!isExpected(failure)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String reason(Exception failure) {
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return (file instanceof NoSuchFileException ? "no such file or directory: " : "cannot be read or written: ")
                    + file.getFile();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** Failures whose message says all that there is to say. */
    private static boolean isExpected(Exception failure) {
        return failure instanceof CommandFailedException
                || failure instanceof IllegalArgumentException
                || failure instanceof UncheckedIOException
                || failure instanceof IOException
                || (failure instanceof BrokerStartException start && start.isSaidInFull());
    }
}
