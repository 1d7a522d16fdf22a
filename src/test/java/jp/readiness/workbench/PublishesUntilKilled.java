package jp.readiness.workbench;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.ReadinessAdvisor;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server that tells what it found when it started, and then publishes one version after the other until somebody ends it.
 * Lines on standard output: {@code LIVE hash}, {@code DRAFT id} for the one that waits, {@code NEXT} before each publishing.
 */
final class PublishesUntilKilled {

    private PublishesUntilKilled() {}

    public static void main(String[] options) {
        ConfigurableApplicationContext server = SpringApplication.run(ReadinessAdvisor.class, options);
        Library library = server.getBean(Library.class);
        Drafts drafts = server.getBean(Drafts.class);
        Publishing publishing = server.getBean(Publishing.class);
        say("LIVE " + live(library));
        drafts.open()
                .forEach(draft ->
                        say("DRAFT " + draft.id() + " " + drafts.texts(draft).size()));
        for (long change = System.nanoTime(); ; change++) {
            publish(library, drafts, publishing, change);
        }
    }

    private static void publish(Library library, Drafts drafts, Publishing publishing, long change) {
        String live = live(library);
        SortedMap<String, String> files =
                new TreeMap<>(library.files("camp", "2022", live).orElseThrow());
        files.merge(
                DraftFile.RULES, "// " + change + "\n", (text, more) -> more + text.replaceAll("(?m)^// \\d+\n", ""));
        Draft draft = drafts.make("editor", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
        say("DRAFT " + draft.id() + " " + files.size());
        publishing.ask("editor", draft, "変更 " + change, Optional.empty());
        say("NEXT");
        publishing.approve(
                "approver", draft.id(), drafts.find(draft.id()).orElseThrow().revision());
    }

    private static String live(Library library) {
        return library.edition("camp", "2022").orElseThrow().edition().version();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
