package jp.readiness;

import jp.readiness.cli.CommandLineInterface;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs a command; without one, the web server. A command answers without starting anything of Spring. */
@SpringBootApplication
public class ReadinessAdvisor {

    public static void main(String[] args) {
        int code = CommandLineInterface.run(args, options -> SpringApplication.run(ReadinessAdvisor.class, options));
        if (code != 0) {
            System.exit(code);
        }
    }
}
