package io.communique.app.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Settings that nothing can work with are wrong use, not work that failed. */
final class Settings {
    private Settings() {}

    /** Returns a value that was given; an empty variable of the environment is none. */
    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    /**
     * Makes settings.
     *
     * @throws ParameterException with the settings' own complaint if they refuse the values
     */
    static <T> T of(CommandSpec command, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
