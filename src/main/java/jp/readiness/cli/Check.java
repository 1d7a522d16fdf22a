package jp.readiness.cli;

import java.util.concurrent.Callable;
import jp.readiness.check.CheckedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong in the rules folder; silent when there is nothing to say. */
@Command(name = "check")
final class Check implements Callable<Integer> {

    @Mixin
    private final Workplace workplace = new Workplace();

    private final Console console;

    Check(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckedFolder checked = workplace.checker().check(workplace.rulesFolder());
        checked.problems().forEach(problem -> console.say(problem.line(console.locale())));
        return checked.hasErrors() ? 1 : 0;
    }
}
