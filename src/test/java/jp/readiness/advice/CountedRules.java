package jp.readiness.advice;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Objects;
import jp.readiness.rulebook.RuleBook;

/** Counts how many rules of a rule book are run. For one thread. */
final class CountedRules {

    private final RuleBook ruleBook;
    private long run;

    CountedRules(RuleBook counted) {
        int all = counted.rules().size();
        InvocationHandler count = (proxy, method, arguments) -> {
            run += method.getName().equals("fires") ? 1 : method.getName().equals("fired") ? all : 0;
            return method.invoke(counted, arguments);
        };
        this.ruleBook = (RuleBook) Objects.requireNonNull(
                Proxy.newProxyInstance(RuleBook.class.getClassLoader(), new Class<?>[] {RuleBook.class}, count));
    }

    RuleBook ruleBook() {
        return ruleBook;
    }

    long run() {
        return run;
    }
}
