package jp.readiness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in words what is wrong with the arguments, and where to look. */
final class UsageErrors implements IParameterExceptionHandler {

    private static final Text SETTINGS = new Text(
            "サーバーの設定は --server.port=8081 のように = でつないで書きます。",
            "Settings of the server are written like --server.port=8081.");

    private final Console console;

    UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        console.complain(words(wrong));
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.complain(new Text("使い方: " + command + " --help", "See: " + command + " --help"));
        return CommandLineInterface.BAD_INPUT;
    }

    private static Text words(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unknown) {
            return unknown(unknown);
        }
        if (wrong instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(UsageErrors::usage).collect(Collectors.joining(", "));
            return new Text(names + " がありません。", names + " is missing.");
        }
        ArgSpec argument = wrong.getArgSpec();
        return argument == null
                ? new Text("コマンドを指定してください。", "Say which command to run.")
                : new Text(
                        "%s には %s を指定してください(入力: %s)。"
                                .formatted(name(argument), argument.paramLabel(), wrong.getValue()),
                        "%s takes %s (you gave: %s)."
                                .formatted(name(argument), argument.paramLabel(), wrong.getValue()));
    }

    private static Text unknown(UnmatchedArgumentException wrong) {
        String first = wrong.getUnmatched().get(0);
        Text hint = hint(first, wrong.getCommandLine());
        return new Text(
                "「%s」は使えません。%s".formatted(first, hint.ja()),
                "\"%s\" is not known here. %s".formatted(first, hint.en()).strip());
    }

    private static Text hint(String unknown, CommandLine command) {
        Text maybe = Suggestion.maybe(unknown, known(command));
        return maybe.isEmpty() && command.getCommandName().equals(Serve.NAME) ? SETTINGS : maybe;
    }

    private static List<String> known(CommandLine command) {
        CommandLine commands = Optional.ofNullable(command.getParent()).orElse(command);
        List<String> names = new ArrayList<>(commands.getSubcommands().keySet());
        names.addAll(command.getCommandSpec().optionsMap().keySet());
        return names;
    }

    private static String usage(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : name(argument);
    }

    private static String name(ArgSpec argument) {
        return argument.isOption() ? ((CommandLine.Model.OptionSpec) argument).longestName() : argument.paramLabel();
    }
}
