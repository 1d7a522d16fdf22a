package jp.readiness.cohort;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which members a list shows, and in which order, as the address of the page says it. What an address cannot mean is left
 * aside.
 *
 * @param text a piece of the name
 * @param decision {@link #UNDECIDED} or a decision's name
 * @param ending {@link #UNDECIDED} or an ending's name
 * @param step id of the step at which dropping out is most likely
 * @param finding id of a finding that is unmet or fired
 * @param question id of an open question that decides a required condition
 * @param page from 1
 */
record Filter(
        String text,
        Optional<Verdict> verdict,
        Optional<Band> band,
        String decision,
        String ending,
        String step,
        String finding,
        String question,
        Sort sort,
        boolean descending,
        int page) {

    static final String UNDECIDED = "NONE";

    private static final int LONGEST = 255;

    enum Sort {
        POSITION,
        NAME,
        VERDICT,
        RISK,
        DECISION,
        ENDING
    }

    static Filter of(Map<String, String> sent) {
        return new Filter(
                text(sent, "q"),
                constant(Verdict.class, sent.get("verdict")),
                constant(Band.class, sent.get("band")),
                known(Decision.class, text(sent, "decision")),
                known(Ending.class, text(sent, "ending")),
                text(sent, "step"),
                text(sent, "finding"),
                text(sent, "question"),
                constant(Sort.class, sent.get("sort")).orElse(Sort.POSITION),
                "desc".equals(sent.get("order")),
                page(sent.getOrDefault("page", "1")));
    }

    private static String text(Map<String, String> sent, String name) {
        String text = sent.getOrDefault(name, "").strip();
        return text.substring(0, Math.min(LONGEST, text.length())).replace("\0", "");
    }

    private static String known(Class<? extends Enum<?>> type, String name) {
        boolean known = name.equals(UNDECIDED)
                || Arrays.stream(type.getEnumConstants())
                        .anyMatch(constant -> constant.name().equals(name));
        return known ? name : "";
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    private static int page(String number) {
        return number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 1;
    }

    /** Whether it leaves anybody out. */
    public boolean isNarrow() {
        return !parameters().keySet().stream().allMatch(name -> name.equals("sort") || name.equals("order"));
    }

    /** What the address says, without the page. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", text);
        parameters.put("verdict", verdict.map(Enum::name).orElse(""));
        parameters.put("band", band.map(Enum::name).orElse(""));
        parameters.put("decision", decision);
        parameters.put("ending", ending);
        parameters.put("step", step);
        parameters.put("finding", finding);
        parameters.put("question", question);
        parameters.put("sort", sort == Sort.POSITION ? "" : sort.name());
        parameters.put("order", descending ? "desc" : "");
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    Filter onPage(int number) {
        return new Filter(text, verdict, band, decision, ending, step, finding, question, sort, descending, number);
    }

    /** The address's query with one value changed, from the first page on; begins with {@code ?}. */
    public String with(String name, Object value) {
        Map<String, String> changed = parameters();
        changed.put(name, value.toString());
        return query(changed);
    }

    /** The same list, that page of it. */
    public String at(int number) {
        return with("page", number);
    }

    /** Sorted by that; a second time the other way round. */
    public String sortedBy(String name) {
        Sort wanted = Sort.valueOf(name.toUpperCase(Locale.ROOT));
        Map<String, String> changed = parameters();
        changed.put("sort", wanted.name());
        changed.put("order", wanted == sort && !descending ? "desc" : "");
        return query(changed);
    }

    /** {@code ascending}, {@code descending} or {@code none}, as assistive technology is told. */
    public String sortOf(String name) {
        return sort.name().equals(name) ? (descending ? "descending" : "ascending") : "none";
    }

    String query() {
        return query(parameters());
    }

    static String query(Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        String query = address.encode().buildAndExpand(parameters).toUriString();
        return query.isEmpty() ? "?" : query;
    }
}
