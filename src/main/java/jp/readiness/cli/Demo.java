package jp.readiness.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** Asks for the web server with the invented cohorts of the rules folder taken in. */
@Command(name = Demo.NAME)
final class Demo extends Serve {

    static final String NAME = "demo";

    Demo() {
        super(List.of("--readiness.demonstration=true"));
    }
}
