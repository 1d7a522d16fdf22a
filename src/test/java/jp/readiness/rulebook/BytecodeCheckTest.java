package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Classes that Drools would never generate for our rules are not loaded. */
class BytecodeCheckTest {

    private static final String NAME = CanonicalDrl.PACKAGE + ".X";

    record Case(String name, byte[] bytes, String violation) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        Handle handle =
                new Handle(Opcodes.H_INVOKESTATIC, "java/lang/Runtime", "getRuntime", "()Ljava/lang/Runtime;", false);
        return List.of(
                code(
                        "static call",
                        m -> m.visitMethodInsn(
                                Opcodes.INVOKESTATIC,
                                "java/lang/Runtime",
                                "getRuntime",
                                "()Ljava/lang/Runtime;",
                                false),
                        "java/lang/Runtime.getRuntime"),
                code(
                        "call of a class that may be named",
                        m -> m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V", false),
                        "java/lang/System.exit"),
                code(
                        "class loading",
                        m -> m.visitMethodInsn(
                                Opcodes.INVOKESTATIC,
                                "java/lang/Class",
                                "forName",
                                "(Ljava/lang/String;)Ljava/lang/Class;",
                                false),
                        "java/lang/Class.forName"),
                code(
                        "field",
                        m -> m.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;"),
                        "java/lang/System.out"),
                code("constructor", m -> m.visitTypeInsn(Opcodes.NEW, "java/lang/Thread"), "java/lang/Thread"),
                code(
                        "class literal",
                        m -> m.visitLdcInsn(Type.getObjectType("java/lang/Runtime")),
                        "java/lang/Runtime"),
                code("method handle", m -> m.visitLdcInsn(handle), "constant"),
                code("dynamic constant", m -> m.visitLdcInsn(new ConstantDynamic("x", "I", handle)), "constant"),
                code("lambda", m -> m.visitInvokeDynamicInsn("x", "()V", handle), "bootstrap"),
                code(
                        "facts of another sheet",
                        m -> m.visitMethodInsn(
                                Opcodes.INVOKEVIRTUAL,
                                Type.getInternalName(Facts.class),
                                "with",
                                "(ILjp/readiness/programme/Answer;)Ljp/readiness/rulebook/Facts;",
                                false),
                        "Facts.with"),
                code(
                        "loop",
                        m -> {
                            Label start = new Label();
                            m.visitLabel(start);
                            m.visitJumpInsn(Opcodes.GOTO, start);
                        },
                        "loop"),
                code(
                        "handler",
                        m -> {
                            Label start = new Label();
                            Label end = new Label();
                            m.visitTryCatchBlock(start, end, end, null);
                            m.visitLabel(start);
                            m.visitInsn(Opcodes.NOP);
                            m.visitLabel(end);
                        },
                        "exception handler"),
                new Case(
                        "another package",
                        type("java/lang/X", "java/lang/Object", Opcodes.ACC_PUBLIC, m -> {}),
                        "is called"),
                new Case(
                        "superclass",
                        type(internal(), "java/lang/ClassLoader", Opcodes.ACC_PUBLIC, m -> {}),
                        "extends"),
                new Case("native", type(internal(), "java/lang/Object", Opcodes.ACC_NATIVE, m -> {}), "native"),
                new Case("no class", new byte[] {1, 2, 3}, "cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_refused(Case unwanted) {
        assertThat(BytecodeCheck.violations(Map.of(NAME, unwanted.bytes)))
                .anyMatch(violation -> violation.contains(unwanted.violation));
    }

    private static String internal() {
        return NAME.replace('.', '/');
    }

    private static Case code(String name, Consumer<MethodVisitor> code, String violation) {
        return new Case(name, type(internal(), "java/lang/Object", Opcodes.ACC_STATIC, code), violation);
    }

    private static byte[] type(String name, String superclass, int access, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, superclass, null);
        MethodVisitor method = writer.visitMethod(access, "x", "()V", null, null);
        if ((access & Opcodes.ACC_NATIVE) == 0) {
            method.visitCode();
            code.accept(method);
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(9, 9);
        }
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
