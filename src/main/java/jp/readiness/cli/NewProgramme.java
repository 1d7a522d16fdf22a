package jp.readiness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the skeleton of a programme: an edition of the present fiscal year that passes {@code check} and {@code test}. */
@Command(name = "new")
final class NewProgramme implements Callable<Integer> {

    @Mixin
    private final Workplace workplace = new Workplace();

    private final Console console;

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "new-programme")
    private String programme = "";

    NewProgramme(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path rules = workplace.ownRulesFolder();
        Skeleton skeleton = Skeleton.of(free(rules), Workplace.today());
        skeleton.write();
        List<Text> wrong = wrong(rules);
        if (!wrong.isEmpty()) {
            skeleton.delete();
            throw new BadInput(wrong);
        }
        console.say(new Text(
                        "%s を作りました。ことばと質問を書きかえて、check と test で確かめてください。",
                        "Made %s. Rewrite its words and questions, and try check and test.")
                .in(console.locale())
                .formatted(skeleton.edition()));
        return 0;
    }

    private Path free(Path rules) {
        boolean isOneName = programme.matches("[^/\\\\.\\p{Cntrl}][^/\\\\\\p{Cntrl}]*");
        if (!isOneName) {
            throw new BadInput(new Text(
                    "「%s」は支援のIDに使えません。英数字と「-」の1つの名前にしてください。".formatted(programme),
                    "%s cannot be the id of a programme. Give one name of letters, digits and -."
                            .formatted(programme)));
        }
        Path folder = rules.resolve(programme);
        if (Files.exists(folder)) {
            throw new BadInput(new Text(
                    "「%s」はすでにあります。別のIDにするか、その中に新しい年度のフォルダーを作ってください。".formatted(folder),
                    "%s is there already. Take another id, or make a folder for the new fiscal year in it."
                            .formatted(folder)));
        }
        return folder;
    }

    /** What the reader of the folder says of the name; it is the one that knows what an id may be. */
    private List<Text> wrong(Path rules) {
        return new RulesFolderReader()
                .read(rules).problems().stream()
                        .filter(problem -> problem.place().file().startsWith(programme + "/"))
                        .map(problem -> new Text(problem.line(Locale.JAPANESE), problem.line(Locale.ENGLISH)))
                        .toList();
    }
}
