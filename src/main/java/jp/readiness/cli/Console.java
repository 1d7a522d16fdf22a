package jp.readiness.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import jp.readiness.programme.Text;

/** Where a command reads and writes, and in which language it speaks. */
record Console(InputStream in, PrintWriter out, PrintWriter err, Locale locale) {

    /** A line of the result. */
    void say(String line) {
        out.print(line + "\n");
    }

    void complain(Text words) {
        complain(words.in(locale));
    }

    /** A line about what went wrong. */
    void complain(String line) {
        err.print(line + "\n");
    }
}
