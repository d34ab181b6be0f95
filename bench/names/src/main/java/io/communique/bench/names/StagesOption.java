package io.communique.bench.names;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** After which layers an encoder's two heads stand. */
final class StagesOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--stages",
            split = ",",
            defaultValue = "2,6",
            description = "Layers of the lower stage and of both (default: ${DEFAULT-VALUE}).")
    private int[] stages = {};

    int lower() {
        return stage(0);
    }

    int upper() {
        return stage(1);
    }

    private int stage(int at) {
        if (stages.length != 2 || stages[0] < 1 || stages[0] >= stages[1]) {
            throw new ParameterException(spec.commandLine(), "--stages wants two numbers of layers, such as 2,6");
        }
        return stages[at];
    }
}
