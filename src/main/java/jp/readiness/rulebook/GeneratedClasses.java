package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.constraints.SingleConstraint1;
import org.drools.model.functions.Predicate1;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of one build, once they have passed the {@link BytecodeCheck}, and finds each rule's compiled
 * condition in them.
 */
final class GeneratedClasses {

    private static final Logger LOG = LoggerFactory.getLogger(GeneratedClasses.class);

    private GeneratedClasses() {}

    /** A loader of its own, so that the classes go when their rule book goes; it gives them only what they may name. */
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super("rules", Facts.class.getClassLoader());
            this.classes = new HashMap<>(classes);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!classes.containsKey(name) && !BytecodeCheck.mayName(name)) {
                throw new ClassNotFoundException(name + " is not open to rules");
            }
            return super.loadClass(name, resolve);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /**
     * The compiled condition of every rule, in the order of the rules; empty if the classes are not those of the rules.
     *
     * @param classes checked
     */
    static Optional<List<Predicate1<Facts>>> conditions(Map<String, byte[]> classes, int rules) {
        try {
            Map<String, Predicate1<Facts>> byRule = new HashMap<>();
            for (Rule rule : model(classes).getRules()) {
                byRule.put(rule.getName(), condition(rule));
            }
            List<Predicate1<Facts>> conditions = new ArrayList<>();
            for (int i = 0; i < rules; i++) {
                conditions.add(Objects.requireNonNull(byRule.get(CanonicalDrl.ruleName(i))));
            }
            return Optional.of(conditions);
        } catch (RuntimeException | ReflectiveOperationException | LinkageError e) {
            LOG.warn("compiled rules cannot be loaded", e);
            return Optional.empty();
        }
    }

    /** The executable model that the classes describe. */
    static Model model(Map<String, byte[]> classes) throws ReflectiveOperationException {
        Loader loader = new Loader(classes);
        for (String name : classes.keySet()) {
            if (name.startsWith(CanonicalDrl.PACKAGE + ".Rules")
                    && Model.class.isAssignableFrom(loader.loadClass(name))) {
                return (Model) loader.loadClass(name).getConstructor().newInstance();
            }
        }
        throw new ClassNotFoundException("the compiled rules have no model");
    }

    private static Predicate1<Facts> condition(Rule rule) {
        for (Condition part : rule.getView().getSubConditions()) {
            if (part instanceof Pattern<?> pattern) {
                return predicate(pattern.getConstraint());
            }
        }
        throw new IllegalStateException(rule.getName() + " has no pattern");
    }

    @SuppressWarnings("unchecked") // canonical DRL has one kind of fact
    private static Predicate1<Facts> predicate(Constraint constraint) {
        if (constraint instanceof SingleConstraint1<?> single) {
            Predicate1<Facts> predicate = single.getPredicate1();
            return predicate instanceof Predicate1.Impl<Facts> wrapped
                    ? (Predicate1<Facts>) wrapped.getLambda()
                    : predicate;
        }
        if (constraint.getChildren().isEmpty()) {
            return facts -> true; // a pattern without a constraint
        }
        throw new IllegalStateException("one condition expected: " + constraint);
    }
}
