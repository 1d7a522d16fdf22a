package jp.readiness.rulebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Match;
import org.drools.model.functions.Predicate1;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door of the package: turns an edition's DRL into a {@link RuleBook}. Safe for many threads.
 *
 * <p>Rules are untrusted: plain DRL is Java, and compiling it already runs code. So the author's text is read into a small
 * model (what the model cannot say is refused), DRL is printed anew from the model, and only that is compiled:
 *
 * <pre>
 * RuleSplitter → PatternReader, ExpressionReader, ConsequenceReader → RuleModel
 *   → CanonicalDrl → DroolsBuild → BytecodeCheck → GeneratedClasses → RuleBook
 * </pre>
 */
public final class RuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCompiler.class);

    private final ClassCache cache;

    /** @param cache folder that keeps compiled classes by content hash; made if absent */
    public RuleCompiler(Path cache) {
        this.cache = new ClassCache(cache);
    }

    /** Compiles; never throws for what the author wrote. */
    public Compiled compile(Edition edition) {
        return compile(edition, new Vocabulary(edition));
    }

    /** Compiles the rules of a match into a rule book over the joined sheet. */
    public Compiled compile(Match match) {
        return compile(match.edition(), new Vocabulary(match));
    }

    /**
     * As {@link #compile(Edition)}, but nothing is built or loaded: conditions are decided by going through our model of
     * them, with the very checks that are compiled. Slower to evaluate and at once to hand: for what is being written.
     */
    public Compiled read(Edition edition) {
        SourceText source = new SourceText(edition.rulesFile(), edition.rules());
        ProblemLog problems = new ProblemLog(source);
        ConstantPool pool = new ConstantPool();
        List<RuleModel> rules = RuleReader.read(new RuleContext(source, new Vocabulary(edition), pool, problems));
        if (problems.hasErrors()) {
            return new Compiled(Optional.empty(), problems.sorted(), false);
        }
        List<Predicate1<Facts>> conditions = rules.stream()
                .<Predicate1<Facts>>map(rule -> facts -> rule.condition().holds(facts))
                .toList();
        RuleBook ruleBook = new CompiledRuleBook(edition, source, rules, pool, conditions);
        return new Compiled(Optional.of(ruleBook), problems.sorted(), true);
    }

    private Compiled compile(Edition edition, Vocabulary vocabulary) {
        SourceText source = new SourceText(edition.rulesFile(), edition.rules());
        ProblemLog problems = new ProblemLog(source);
        ConstantPool pool = new ConstantPool();
        List<RuleModel> rules = RuleReader.read(new RuleContext(source, vocabulary, pool, problems));
        if (problems.hasErrors()) {
            return new Compiled(Optional.empty(), problems.sorted(), false);
        }
        String drl = CanonicalDrl.of(rules);
        Optional<List<Predicate1<Facts>>> kept =
                cache.find(drl).flatMap(classes -> GeneratedClasses.conditions(classes, rules.size()));
        List<Predicate1<Facts>> conditions = kept.orElseGet(() -> built(edition, drl, rules.size()));
        RuleBook ruleBook = new CompiledRuleBook(edition, source, rules, pool, conditions);
        return new Compiled(Optional.of(ruleBook), problems.sorted(), kept.isPresent());
    }

    private List<Predicate1<Facts>> built(Edition edition, String drl, int rules) {
        long start = System.nanoTime();
        List<Predicate1<Facts>> conditions = GeneratedClasses.conditions(cache.build(drl), rules)
                .orElseThrow(() -> new IllegalStateException("compiled rules cannot be loaded"));
        LOG.info("compiled {}: {} rules in {} ms", edition.name(), rules, (System.nanoTime() - start) / 1_000_000);
        return conditions;
    }
}
