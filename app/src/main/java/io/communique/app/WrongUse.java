package io.communique.app;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What people see when they call a command wrongly: one line that says what is wrong, and where the help is. */
final class WrongUse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        if (arguments.length == 0) {
            command.usage(err);
        } else {
            String name = command.getCommandSpec().qualifiedName();
            err.println(name + ": " + error.getMessage() + " (see " + name + " --help)");
            UnmatchedArgumentException.printSuggestions(error, err);
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }
}
