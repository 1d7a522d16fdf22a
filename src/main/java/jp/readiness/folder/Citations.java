package jp.readiness.folder;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Citation;
import jp.readiness.programme.Source;
import jp.readiness.programme.Text;

/** The sources of an edition, and what cites them. */
final class Citations {

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final List<Entry> entries;
    private final Set<String> cited = new HashSet<>();
    private final boolean allKnown;

    Citations(Value value) {
        this.entries = value.mapping().entries();
        this.allKnown = value.isMapping();
        Ids.distinct(entries);
        entries.forEach(entry -> sources.put(entry.key(), source(entry)));
    }

    Map<String, Source> sources() {
        return sources;
    }

    /** The citation among the keys of a finding or a parameter. */
    Citation read(Mapping m) {
        Optional<Set<String>> known = allKnown ? Optional.of(sources.keySet()) : Optional.empty();
        String source = m.required("source").reference(Reference.SOURCE, known).orElse("");
        cited.add(source);
        return new Citation(
                source,
                m.required("pointer").words(),
                m.optional("inferred").flatMap(Value::flag).orElse(false));
    }

    void warnOfUnused() {
        entries.stream()
                .filter(entry -> !cited.contains(entry.key()))
                .forEach(entry -> entry.value()
                        .problems()
                        .warning(
                                entry.place(),
                                "UNUSED_SOURCE",
                                Wording.say("出典「%s」はどこからも引かれていません。", "Nothing cites the source `%s`.", entry.key()),
                                Text.NONE));
    }

    private static Source source(Entry entry) {
        Ids.name(entry);
        return entry.value()
                .as(m -> new Source(
                        entry.key(),
                        m.required("title").words(),
                        m.optional("link").flatMap(Citations::link)));
    }

    private static Optional<URI> link(Value value) {
        String text = value.string();
        Optional<URI> link = parsed(text).filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null);
        if (link.isEmpty() && !text.isEmpty()) {
            value.problems()
                    .error(
                            value.place(),
                            "LINK_NOT_HTTPS",
                            Wording.say("「%s」は https のリンクではありません。", "`%s` is not an https link.", text),
                            new Text(
                                    "https:// で始まるアドレスを書くか、link を消してください。",
                                    "Write an address that begins with https://, or delete `link`."));
        }
        return link;
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
