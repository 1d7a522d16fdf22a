package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Unchanged rules compile once; what lies in the cache is never trusted. */
class ClassCacheTest {

    @TempDir
    Path folder;

    @Test
    void unchanged_rules_compile_once() {
        assertThat(compile("participants < 1").cached()).isFalse();
        assertThat(compile("participants < 1").cached()).isTrue();
        assertThat(fires(compile("participants < 1"))).isTrue();
    }

    @Test
    void another_number_is_another_constant_of_the_same_classes() {
        compile("participants < 1");

        Compiled other = compile("participants < 0");

        assertThat(other.cached()).isTrue();
        assertThat(fires(other)).isFalse();
    }

    @Test
    void other_conditions_are_compiled() {
        compile("participants < 1");

        assertThat(compile("participants > 1").cached()).isFalse();
    }

    @Test
    void a_damaged_jar_is_built_again() throws IOException {
        compile("participants < 1");
        byte[] whole = Files.readAllBytes(jar());
        for (int length : new int[] {0, 1, 100, whole.length / 2}) {
            Files.write(jar(), Arrays.copyOf(whole, length));
            assertDamageIsMended();
        }
        whole[whole.length / 3] ^= 1;
        Files.write(jar(), whole);
        assertDamageIsMended();
    }

    @Test
    void the_classes_of_other_rules_are_not_used() throws IOException {
        compile("participants < 1");
        Path first = jar();
        byte[] other = Files.readAllBytes(first);
        Files.delete(first);
        compile("participants < 1", "staff < 1");
        Files.write(jar(), other);

        Compiled compiled = compile("participants < 1", "staff < 1");

        assertThat(compiled.cached()).isFalse();
        assertThat(compiled.ruleBook()).isPresent();
    }

    @Test
    void planted_code_is_never_loaded() throws IOException {
        compile("participants < 1");
        Path jar = jar();
        plantCanary(jar);
        Canary.SONGS.set(0);

        Compiled compiled = compile("participants < 1");

        assertThat(compiled.cached()).isFalse();
        assertThat(fires(compiled)).isTrue();
        assertThat(Canary.SONGS).hasValue(0);
        assertThat(compile("participants < 1").cached()).isTrue();
    }

    @Test
    void a_folder_that_cannot_be_written_only_costs_time() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        Compiled compiled = new RuleCompiler(file).compile(TestEditions.small(Rules.drl("participants < 1")));

        assertThat(compiled.ruleBook()).isPresent();
        assertThat(compiled.cached()).isFalse();
    }

    private void assertDamageIsMended() {
        Compiled compiled = compile("participants < 1");
        assertThat(compiled.cached()).isFalse();
        assertThat(fires(compiled)).isTrue();
        assertThat(compile("participants < 1").cached()).isTrue();
    }

    private Compiled compile(String... conditions) {
        return new RuleCompiler(folder).compile(TestEditions.small(Rules.drl(conditions)));
    }

    private static boolean fires(Compiled compiled) {
        RuleBook book = compiled.ruleBook().orElseThrow();
        return book.fires(0, book.facts(Rules.sheet(Map.of("participants", 0))));
    }

    private Path jar() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                        throw new AssertionError("one jar expected");
                    })
                    .orElseThrow();
        }
    }

    /** Puts a call of the canary before everything else that the generated classes do when they are made. */
    private static void plantCanary(Path jar) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readAllBytes());
            }
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(withCanary(entry.getValue()));
            }
        }
    }

    private static byte[] withCanary(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
                                return new MethodVisitor(Opcodes.ASM9, code) {
                                    @Override
                                    public void visitCode() {
                                        super.visitCode();
                                        String canary = Canary.class.getName().replace('.', '/');
                                        visitMethodInsn(Opcodes.INVOKESTATIC, canary, "sing", "()I", false);
                                        visitInsn(Opcodes.POP);
                                    }
                                };
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
