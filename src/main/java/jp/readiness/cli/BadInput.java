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

    List<Text> lines() {
        return lines;
    }
}
