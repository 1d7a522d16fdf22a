package jp.readiness.screening;

import jp.readiness.programme.Question;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of the pages of one answer sheet, from its root on. The key in them is the only thing needed to open
 * them, so they are shown to the owner of the sheet alone.
 *
 * @param token key to edit the sheet
 */
record SheetLinks(String token) {

    /** Where one takes the form up again. */
    public String resume() {
        return address("/sheets/{token}", token);
    }

    /** Where the same answers are held against every programme. */
    public String find() {
        return new FinderLinks(token).page();
    }

    public String section(String section) {
        return address("/sheets/{token}/questions/{section}", token, section);
    }

    /** The place of a question in the form. */
    public String question(Question question) {
        return question(question.section(), question.id());
    }

    public String question(String section, String question) {
        return UriComponentsBuilder.fromPath("/sheets/{token}/questions/{section}")
                .fragment("q-{question}")
                .encode()
                .buildAndExpand(token, section, question)
                .toUriString();
    }

    public String result() {
        return address("/sheets/{token}/result", token);
    }

    /** @param change its {@link ChangeKey} */
    public String trial(String change) {
        return address("/sheets/{token}/try/{change}", token, change);
    }

    public String handIn() {
        return address("/sheets/{token}/hand-in", token);
    }

    public String handedIn() {
        return address("/sheets/{token}/handed-in", token);
    }

    public String delete() {
        return address("/sheets/{token}/delete", token);
    }

    private static String address(String path, String... parts) {
        return UriComponentsBuilder.fromPath(path)
                .encode()
                .buildAndExpand((Object[]) parts)
                .toUriString();
    }
}
