package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Question;
import jp.readiness.programme.Section;

/** Where a button of the form leads, once what the page held is stored. */
record FormWay(OpenSheet sheet, SheetLinks links) {

    private static final String SECTION = "section:";
    private static final String QUESTION = "question:";

    /**
     * @param go {@code next}, {@code back}, {@code result}, {@code section:<id>} or {@code question:<id>}; anything else stays
     * @return address
     */
    String from(String section, String go) {
        if (go.startsWith(QUESTION)) {
            return question(go.substring(QUESTION.length()))
                    .map(links::question)
                    .orElse(links.section(section));
        }
        return switch (go) {
            case "next" -> isUnread(section) ? links.section(section) : after(section);
            case "back" -> before(section);
            case "result" -> links.result();
            default -> links.section(chosen(go).orElse(section));
        };
    }

    private Optional<String> chosen(String go) {
        return Optional.of(go)
                .filter(name -> name.startsWith(SECTION))
                .map(name -> name.substring(SECTION.length()))
                .filter(id -> sections().stream().anyMatch(s -> s.id().equals(id)));
    }

    private Optional<Question> question(String id) {
        return sheet.questions().stream().filter(q -> q.id().equals(id)).findFirst();
    }

    /** After the last section comes the result, unless something typed elsewhere could still not be read. */
    private String after(String section) {
        List<Section> all = sections();
        int next = FormPages.index(all, section) + 1;
        if (next < all.size()) {
            return links.section(all.get(next).id());
        }
        return all.stream()
                .map(Section::id)
                .filter(this::isUnread)
                .findFirst()
                .map(links::section)
                .orElseGet(links::result);
    }

    private String before(String section) {
        List<Section> all = sections();
        return links.section(
                all.get(Math.max(0, FormPages.index(all, section) - 1)).id());
    }

    private boolean isUnread(String section) {
        return FormPages.questions(sheet, section).stream().anyMatch(sheet::isUnread);
    }

    private List<Section> sections() {
        return FormPages.sections(sheet.edition());
    }
}
