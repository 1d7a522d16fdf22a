package jp.readiness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Asks for the web server; whatever it does not know itself is an option of Spring, such as {@code --server.port}. */
@Command(name = Serve.NAME)
final class Serve implements Runnable {

    static final String NAME = "serve";

    private static final Set<String> NOT_THE_SERVERS = Set.of("-h", "--help", "-V", "--version", "--lang");

    @Mixin
    private final Workplace workplace = new Workplace();

    @Unmatched
    private List<String> springOptions = new ArrayList<>();

    private Optional<String[]> wanted = Optional.empty();

    /** Whether these arguments, without naming a command, can only mean the server: none at all, or its options. */
    static boolean isImplied(String[] args) {
        return args.length == 0
                || (args[0].startsWith("--")
                        && Stream.of(args)
                                .map(arg -> arg.replaceFirst("=.*", ""))
                                .noneMatch(NOT_THE_SERVERS::contains));
    }

    @Override
    public void run() {
        List<String> options = new ArrayList<>(springOptions);
        Optional.ofNullable(workplace.rules).ifPresent(rules -> options.add("--readiness.rules=" + rules));
        Optional.ofNullable(workplace.cache).ifPresent(cache -> options.add("--readiness.cache-dir=" + cache));
        wanted = Optional.of(options.toArray(String[]::new));
    }

    /** Spring's arguments, if the server was asked for. */
    Optional<String[]> wanted() {
        return wanted;
    }
}
