package jp.readiness.cli;

import java.nio.file.Path;
import java.util.List;
import jp.readiness.programme.Text;

/** What the user gave cannot be worked with; ends the command with exit code 2 and these lines. */
final class BadInput extends RuntimeException {

    private final transient List<Text> lines;

    BadInput(Text line) {
        this(List.of(line));
    }

    BadInput(List<Text> lines) {
        super(lines.get(0).en());
        this.lines = List.copyOf(lines);
    }

    static BadInput unwritable(Path file) {
        return new BadInput(new Text(
                "ファイル「%s」に書き出せません。場所を確かめてください。".formatted(file),
                "The file %s cannot be written. Check the place.".formatted(file)));
    }

    static BadInput unreadableDatabase() {
        return new BadInput(new Text(
                "データベースを読めません。一度サーバーを起動すると、必要な表が作られます。",
                "The database cannot be read. Start the server once: it makes the tables that are needed."));
    }

    List<Text> lines() {
        return lines;
    }
}
