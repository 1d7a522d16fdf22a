package jp.readiness.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Consumer;
import jp.readiness.library.NotInLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The front door of the package: runs one command. Words are Japanese unless {@code --lang en} is given; streams are
 * UTF-8 on every platform.
 */
public final class CommandLineInterface {

    /** Exit code for input that cannot be worked with. */
    static final int BAD_INPUT = 2;

    private static final String LANGUAGE = "--lang";
    private static final String LOG_SETTINGS = "logback.configurationFile";

    private CommandLineInterface() {}

    /**
     * @param server starts the web server with Spring's arguments and returns while it runs
     * @return the exit code
     */
    public static int run(String[] args, Consumer<String[]> server) {
        Run run = Run.of(args, System.in, writer(FileDescriptor.out), writer(FileDescriptor.err));
        if (!run.serves() && System.getProperty(LOG_SETTINGS) == null) {
            // must be known before the first logger is made: a command's output is its result and nothing else
            System.setProperty(LOG_SETTINGS, "logback-cli.xml");
        }
        return run.execute(server);
    }

    static int run(String[] args, Consumer<String[]> server, InputStream in, PrintWriter out, PrintWriter err) {
        return Run.of(args, in, out, err).execute(server);
    }

    /** One command about to run. @param args the command first */
    private record Run(List<String> args, CommandLine line, List<Serve> servers, Console console) {

        static Run of(String[] args, InputStream in, PrintWriter out, PrintWriter err) {
            Console console = new Console(in, out, err, language(args));
            List<Serve> servers = List.of(new Serve(), new Demo());
            CommandLine line = commands(console, servers);
            Set<String> names = line.getSubcommands().keySet();
            return new Run(Arguments.commandFirst(args, names), line, servers, console);
        }

        boolean serves() {
            return !args.isEmpty() && Set.of(Serve.NAME, Demo.NAME).contains(args.get(0));
        }

        int execute(Consumer<String[]> server) {
            int code = line.execute(args.toArray(String[]::new));
            console.out().flush();
            console.err().flush();
            servers.forEach(each -> each.wanted().ifPresent(server));
            return code;
        }
    }

    private static CommandLine commands(Console console, List<Serve> servers) {
        CommandLine line = new CommandLine(new Root());
        servers.forEach(line::addSubcommand);
        return line.addSubcommand(new Check(console))
                .addSubcommand(new Test(console))
                .addSubcommand(new Assess(console))
                .addSubcommand(new Batch(console))
                .addSubcommand(new MatchCommand(console))
                .addSubcommand(new TemplateFile(console))
                .addSubcommand(new Generate(console))
                .addSubcommand(new Impact(console))
                .addSubcommand(new NewProgramme(console))
                .addSubcommand(new Export(console))
                .addSubcommand(new Import(console))
                .addSubcommand(new Replay(console))
                .setResourceBundle(help(console.locale()))
                .setOut(console.out())
                .setErr(console.err())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors(console))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, console));
    }

    private static int failed(Exception failure, Console console) throws Exception {
        if (failure instanceof BadInput bad) {
            bad.lines().forEach(console::complain);
            return BAD_INPUT;
        }
        if (failure instanceof NotInLibrary missing) {
            console.complain(missing.text());
            return BAD_INPUT;
        }
        throw failure;
    }

    private static ResourceBundle help(Locale locale) {
        return ResourceBundle.getBundle(
                "jp.readiness.cli.help",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Known before the arguments are read, since what is wrong with them must be said in it. */
    private static Locale language(String[] args) {
        List<String> all = List.of(args);
        int option = all.indexOf(LANGUAGE);
        boolean english = all.contains(LANGUAGE + "=en")
                || (option >= 0
                        && option + 1 < all.size()
                        && all.get(option + 1).equals("en"));
        return english ? Locale.ENGLISH : Locale.JAPANESE;
    }

    private static PrintWriter writer(FileDescriptor target) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(target), StandardCharsets.UTF_8), false);
    }

    private enum Language {
        JA,
        EN
    }

    @Command(name = "readiness-advisor", versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable {

        /** Read by {@link CommandLineInterface#language} beforehand; stands here to be checked and explained. */
        @Option(names = LANGUAGE, paramLabel = "ja|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
        @Nullable
        Language language;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                descriptionKey = "help",
                scope = ScopeType.INHERIT)
        boolean help;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                descriptionKey = "version")
        boolean version;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "no command");
        }
    }
}
