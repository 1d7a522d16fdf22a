package jp.readiness.folder;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.readiness.programme.Bands;
import jp.readiness.programme.Step;

/**
 * The steps of a programme, in order.
 *
 * @param readable false if they could not be read at all, so that nothing is known of them
 */
record Steps(List<Step> all, boolean readable) {

    static final Steps NONE = new Steps(List.of(), true);

    static Steps read(Value value) {
        List<Entry> entries = value.mapping().entries();
        Ids.distinct(entries);
        return new Steps(entries.stream().map(Steps::step).toList(), value.isMapping());
    }

    /** Ids of the steps; empty if they are not known. */
    Optional<Set<String>> ids() {
        return readable
                ? Optional.of(all.stream().map(Step::id).collect(Collectors.toCollection(LinkedHashSet::new)))
                : Optional.empty();
    }

    /** The bands by which the risk at the steps is told. */
    static Bands bands(Mapping m) {
        Value high = m.required("high");
        Bands bands = new Bands(m.required("medium").number(Bounds.SHARE), high.number(Bounds.SHARE));
        if (!high.isAbsent() && bands.medium().compareTo(bands.high()) >= 0) {
            high.outOfRange(Wording.say(
                    "medium(%s)より大きい数にしてください。",
                    "It must be more than `medium` (%s).", bands.medium().toPlainString()));
        }
        return bands;
    }

    private static Step step(Entry entry) {
        Ids.name(entry);
        return entry.value()
                .as(m -> new Step(
                        entry.key(),
                        m.required("title").words(),
                        m.required("leak").number(Bounds.LEAK)));
    }
}
