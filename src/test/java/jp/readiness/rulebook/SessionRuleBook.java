package jp.readiness.rulebook;

import java.util.BitSet;
import java.util.List;
import jp.readiness.programme.Edition;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** The same compiled rules, run the usual way: one Drools session for each answer sheet. For comparison only. */
final class SessionRuleBook {

    private final KieBase rules;

    SessionRuleBook(Edition edition) {
        SourceText source = new SourceText(edition.rulesFile(), edition.rules());
        ProblemLog problems = new ProblemLog(source);
        List<RuleModel> models =
                RuleReader.read(new RuleContext(source, new Vocabulary(edition), new ConstantPool(), problems));
        try {
            rules = KieBaseBuilder.createKieBaseFromModel(
                    GeneratedClasses.model(DroolsBuild.classes(CanonicalDrl.of(models))));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Indexes of all rules that fire. */
    BitSet fired(Facts facts) {
        BitSet fired = new BitSet();
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    fired.set(Integer.parseInt(
                            event.getMatch().getRule().getName().substring(1)));
                }
            });
            session.insert(facts);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return fired;
    }
}
