package jp.readiness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

/** Asks for the web server. Beside its own options it takes the settings of Spring, such as {@code --server.port=8081}. */
@Command(name = Serve.NAME)
class Serve implements Runnable {

    static final String NAME = "serve";

    /** {@code --server.port=8081}, {@code --debug}: anything else would be passed over without a word. */
    private static final Pattern SETTING = Pattern.compile("--(?:[^.=]+(?:\\.[^.=]+)+=.*|(?:debug|trace)(?:=.*)?)");

    @Mixin
    private final Workplace workplace = new Workplace();

    @Unmatched
    private List<String> springOptions = new ArrayList<>();

    private Optional<String[]> wanted = Optional.empty();

    /** Settings that come before those given. */
    private final List<String> settings;

    Serve() {
        this(List.of());
    }

    Serve(List<String> settings) {
        this.settings = List.copyOf(settings);
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * @throws UnmatchedArgumentException if something given is no setting
     * @throws BadInput if the rules folder given does not exist
     */
    @Override
    public void run() {
        List<String> unknown = springOptions.stream()
                .filter(option -> !SETTING.matcher(option).matches())
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnmatchedArgumentException(spec.commandLine(), unknown);
        }
        List<String> options = new ArrayList<>(settings);
        options.addAll(springOptions);
        if (workplace.rules != null) {
            options.add("--readiness.rules=" + workplace.rulesFolder());
        }
        Optional.ofNullable(workplace.cache).ifPresent(cache -> options.add("--readiness.cache-dir=" + cache));
        wanted = Optional.of(options.toArray(String[]::new));
    }

    /** Spring's arguments, if the server was asked for. */
    Optional<String[]> wanted() {
        return wanted;
    }
}
