package jp.readiness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts what was typed into the order in which it is read: the command, then the rest. */
final class Arguments {

    /** Options that no value follows. */
    private static final Set<String> ALONE = Set.of("-h", "--help", "-V", "--version");

    private static final String LANGUAGE = "--lang";

    private Arguments() {}

    /**
     * The arguments with their command in front, whether it was typed before or after its options. Without one the
     * server is meant, if there is nothing at all or nothing but options that the server may have.
     *
     * @param commands the names of all commands
     */
    static List<String> commandFirst(String[] args, Set<String> commands) {
        List<String> ordered = new ArrayList<>(List.of(args));
        IntStream.range(0, args.length)
                .filter(i -> commands.contains(args[i]))
                .filter(i -> i == 0 || (isOption(args[0]) && !isValue(args, i)))
                .boxed()
                .findFirst()
                .map(i -> ordered.remove(i.intValue()))
                .or(() -> isTheServers(args) ? Optional.of(Serve.NAME) : Optional.empty())
                .ifPresent(command -> ordered.add(0, command));
        return ordered;
    }

    private static boolean isTheServers(String[] args) {
        return args.length == 0
                || (isOption(args[0])
                        && Stream.of(args)
                                .map(arg -> arg.replaceFirst("=.*", ""))
                                .noneMatch(arg -> ALONE.contains(arg) || arg.equals(LANGUAGE)));
    }

    /** Whether the argument belongs to the option before it, as a folder does in {@code --rules check}. */
    private static boolean isValue(String[] args, int at) {
        String before = args[at - 1];
        return isOption(before) && !before.contains("=") && !ALONE.contains(before);
    }

    private static boolean isOption(String arg) {
        return arg.startsWith("-");
    }
}
