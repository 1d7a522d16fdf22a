package jp.readiness.rulebook;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/** Drools as in every tutorial: the rules as DRL on a bean, run in sessions. */
final class Drools {

    static final int TOGETHER = 50;
    private static final PrintedCondition.Language DRL = new PrintedCondition.Language("", "\"", false);

    private final KieBase rules;
    private final BitSet[] fired;
    private final Object[] beans;
    private final List<Object> all;

    Drools(Workload workload) throws Exception {
        Bean bean = new Bean(workload);
        beans = bean.beans();
        all = List.of(beans);
        fired = new BitSet[beans.length];
        for (int i = 0; i < beans.length; i++) {
            fired[i] = ((Fired) beans[i]).getFired();
        }
        KieServices drools = KieServices.get();
        ReleaseId id = drools.newReleaseId("bench", "bench-" + System.nanoTime(), "1");
        KieFileSystem files = drools.newKieFileSystem();
        files.generateAndWritePomXML(id);
        files.write("src/main/resources/bench/rules.drl", drl(workload));
        KieBuilder builder = drools.newKieBuilder(files, bean.loader());
        builder.buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        rules = drools.newKieContainer(id, bean.loader()).getKieBase();
    }

    private static String drl(Workload workload) {
        PrintedCondition printed = new PrintedCondition(workload, DRL);
        StringBuilder drl = new StringBuilder("package bench;\n");
        for (int rule = 0; rule < workload.models().size(); rule++) {
            drl.append("rule \"" + rule + "\" when $a : Applicant( " + printed.of(rule) + " ) then $a.getFired().set("
                    + rule + "); end\n");
        }
        return drl.toString();
    }

    /** A session for every applicant. */
    Contender sessionEach() {
        return sheet -> {
            fired[sheet].clear();
            run(List.of(beans[sheet]));
            return (BitSet) fired[sheet].clone();
        };
    }

    /** A session for fifty applicants; every fiftieth call runs one. */
    Contender sessionForFifty() {
        return sheet -> {
            if (sheet % TOGETHER == 0) {
                IntStream.range(sheet, sheet + TOGETHER).forEach(i -> fired[i].clear());
                run(all.subList(sheet, sheet + TOGETHER));
            }
            return (BitSet) fired[sheet].clone();
        };
    }

    private void run(List<Object> facts) {
        KieSession session = rules.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
