package jp.readiness.cli;

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

    List<Text> lines() {
        return lines;
    }
}
