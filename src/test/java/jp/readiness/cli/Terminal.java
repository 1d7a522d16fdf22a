package jp.readiness.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs commands the way a terminal does and keeps what they print. */
final class Terminal {

    /** What one command did. */
    record Outcome(int code, String out, String err) {}

    /** Spring's arguments of every server that was asked for. */
    final List<List<String>> servers = new ArrayList<>();

    private String input = "";

    Terminal typing(String standardInput) {
        input = standardInput;
        return this;
    }

    Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineInterface.run(
                args,
                options -> servers.add(List.of(options)),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Outcome(code, out.toString(), err.toString());
    }
}
