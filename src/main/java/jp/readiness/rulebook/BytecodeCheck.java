package jp.readiness.rulebook;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads generated classes before any of them is loaded and allows nothing but what Drools is known to generate for
 * canonical DRL: the tests of {@link Facts}, the description of the rules, and a little plumbing. Loops, exception
 * handlers and anything reflective are refused whatever they do.
 *
 * <p>It is the last line of defence: neither an error of ours in printing DRL nor a file slipped into the cache runs.
 */
final class BytecodeCheck {

    private static final String GENERATED = CanonicalDrl.PACKAGE.replace('.', '/') + "/";
    private static final String FACTS = Type.getInternalName(Facts.class);
    private static final String MODEL = "org/drools/model/";
    private static final String DSL = "org/drools/modelcompiler/dsl/pattern/D";

    /** A mark that Drools leaves for its own tools; it says nothing and does nothing. */
    private static final String MARKER = "Lorg/drools/compiler/kie/builder/MaterializedLambda;";

    /** Classes that generated code extends, implements or mentions; {@link #METHODS} says what it may do with them. */
    private static final Set<String> CLASSES = Set.of(
            FACTS,
            DSL,
            MODEL + "Declaration",
            MODEL + "DomainClassMetadata",
            MODEL + "EntryPoint",
            MODEL + "Global",
            MODEL + "Model",
            MODEL + "PatternDSL$PatternDef",
            MODEL + "Query",
            MODEL + "Rule",
            MODEL + "RuleItemBuilder",
            MODEL + "RulesSupplier", // from a thousand rules on, Drools spreads them over several classes
            MODEL + "TypeMetaData",
            MODEL + "Variable",
            MODEL + "consequences/ConsequenceBuilder$_0",
            MODEL + "functions/Block0",
            MODEL + "functions/HashedExpression",
            MODEL + "functions/Predicate1",
            MODEL + "functions/PredicateInformation",
            MODEL + "impl/RuleBuilder",
            "org/drools/util/DateUtils",
            "java/lang/Class",
            "java/lang/Enum",
            "java/lang/Exception",
            "java/lang/Object",
            "java/lang/RuntimeException",
            "java/lang/String",
            "java/lang/System",
            "java/lang/Throwable",
            "java/lang/invoke/MethodHandles",
            "java/lang/invoke/MethodHandles$Lookup",
            "java/lang/invoke/StringConcatFactory",
            "java/math/BigDecimal",
            "java/time/format/DateTimeFormatter",
            "java/time/format/DateTimeFormatterBuilder",
            "java/util/ArrayList",
            "java/util/Arrays",
            "java/util/Collection",
            "java/util/Collections",
            "java/util/List",
            "java/util/Locale");

    private static final Set<String> METHODS = Stream.concat(
                    Stream.of(
                            DSL + ".declarationOf",
                            DSL + ".rule",
                            DSL + ".pattern",
                            DSL + ".execute",
                            MODEL + "PatternDSL$PatternDef.expr",
                            MODEL + "RulesSupplier.getRules",
                            MODEL + "impl/RuleBuilder.build",
                            MODEL + "functions/PredicateInformation.<init>",
                            MODEL + "functions/PredicateInformation.addRuleNames",
                            "org/drools/util/DateUtils.getDateFormatMask",
                            "java/lang/Enum.<init>",
                            "java/lang/Enum.valueOf",
                            "java/lang/Object.<init>",
                            "java/lang/RuntimeException.<init>",
                            "java/lang/String.equals",
                            "java/lang/String.hashCode",
                            "java/lang/System.arraycopy",
                            "java/time/format/DateTimeFormatterBuilder.<init>",
                            "java/time/format/DateTimeFormatterBuilder.appendPattern",
                            "java/time/format/DateTimeFormatterBuilder.parseCaseInsensitive",
                            "java/time/format/DateTimeFormatterBuilder.toFormatter",
                            "java/util/ArrayList.<init>",
                            "java/util/Arrays.asList",
                            "java/util/Collections.emptyList",
                            "java/util/List.addAll"),
                    Arrays.stream(Facts.class.getDeclaredMethods())
                            .filter(method -> Modifier.isPublic(method.getModifiers()))
                            .map(Method::getName)
                            .filter(name -> !name.equals("with"))
                            .map(name -> FACTS + "." + name))
            .collect(toUnmodifiableSet());

    private static final Set<String> FIELDS = Set.of("java/util/Locale.ENGLISH");

    private static final Set<String> SUPERCLASSES = Set.of("java/lang/Object", "java/lang/Enum");

    private BytecodeCheck() {}

    /** Whether generated code may name a class that is not generated itself. */
    static boolean mayName(String className) {
        return CLASSES.contains(className.replace('.', '/'));
    }

    /** @return what is not allowed in the classes, in words for the log; empty if they may be loaded */
    static List<String> violations(Map<String, byte[]> classes) {
        List<String> violations = new ArrayList<>();
        classes.forEach((name, bytes) -> {
            try {
                new ClassReader(bytes).accept(new Inspector(name.replace('.', '/'), violations), 0);
            } catch (RuntimeException e) {
                violations.add(name + " cannot be read as a class: " + e);
            }
        });
        return violations;
    }

    private static final class Inspector extends ClassVisitor {

        private final String name;
        private final List<String> violations;

        Inspector(String name, List<String> violations) {
            super(Opcodes.ASM9);
            this.name = name;
            this.violations = violations;
        }

        private void require(boolean allowed, String what) {
            if (!allowed) {
                violations.add(name + ": " + what);
            }
        }

        private void requireType(Type type) {
            Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
            if (element.getSort() == Type.OBJECT) {
                String type0 = element.getInternalName();
                require(type0.startsWith(GENERATED) || CLASSES.contains(type0), "names " + type0);
            }
        }

        private void requireTypes(String methodDescriptor) {
            requireType(Type.getReturnType(methodDescriptor));
            Arrays.stream(Type.getArgumentTypes(methodDescriptor)).forEach(this::requireType);
        }

        @Override
        public void visit(
                int version,
                int access,
                String actualName,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            require(actualName.equals(name) && name.startsWith(GENERATED), "is called " + actualName);
            require(superName != null && SUPERCLASSES.contains(superName), "extends " + superName);
            for (String type : interfaces == null ? new String[0] : interfaces) {
                require(CLASSES.contains(type), "implements " + type);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            requireType(Type.getType(descriptor));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            require((access & Opcodes.ACC_NATIVE) == 0, "native " + method);
            requireTypes(descriptor);
            return new Instructions();
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            require(descriptor.equals(MARKER), "annotated with " + descriptor);
            return null;
        }

        private final class Instructions extends MethodVisitor {

            private final Set<Label> passed = new HashSet<>();

            Instructions() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String method, String descriptor, boolean onInterface) {
                require(owner.startsWith(GENERATED) || METHODS.contains(owner + "." + method), owner + "." + method);
                requireTypes(descriptor);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
                require(owner.startsWith(GENERATED) || FIELDS.contains(owner + "." + field), owner + "." + field);
                requireType(Type.getType(descriptor));
            }

            @Override
            public void visitTypeInsn(int opcode, String type) {
                requireType(Type.getObjectType(type));
            }

            @Override
            public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
                require(false, "array of arrays");
            }

            @Override
            public void visitLdcInsn(Object value) {
                boolean plain = value instanceof String || value instanceof Number;
                require(plain || value instanceof Type type && type.getSort() == Type.OBJECT, "constant " + value);
                if (value instanceof Type type) {
                    requireType(type);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(
                    String method, String descriptor, Handle bootstrap, Object... arguments) {
                require(bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory"), "bootstrap " + bootstrap);
                require(Arrays.stream(arguments).allMatch(String.class::isInstance), "bootstrap arguments");
            }

            @Override
            public void visitLabel(Label label) {
                passed.add(label);
            }

            @Override
            public void visitJumpInsn(int opcode, Label label) {
                require(!passed.contains(label), "loop");
            }

            @Override
            public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
                require(false, "exception handler");
            }
        }
    }
}
