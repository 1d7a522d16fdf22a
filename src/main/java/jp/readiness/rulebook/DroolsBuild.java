package jp.readiness.rulebook;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Has Drools compile canonical DRL to classes of its executable model; loads none of them. */
final class DroolsBuild {

    private static final String FOLDER = CanonicalDrl.PACKAGE.replace('.', '/') + "/";
    private static final String SOURCE = "src/main/resources/" + FOLDER + "rules.drl";

    private DroolsBuild() {}

    /** @return class file by class name, sorted by name */
    static synchronized Map<String, byte[]> classes(String canonicalDrl) {
        KieServices drools = KieServices.get();
        // its own ReleaseId, since Drools keeps modules by it and would mix the rules of two builds
        ReleaseId id = drools.newReleaseId("jp.readiness", "rules-" + UUID.randomUUID(), "1");
        try {
            KieFileSystem files = drools.newKieFileSystem();
            files.generateAndWritePomXML(id);
            files.write(SOURCE, canonicalDrl);
            KieBuilder builder = drools.newKieBuilder(files, Facts.class.getClassLoader());
            builder.buildAll(ExecutableModelProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException(
                        "canonical DRL must compile: " + builder.getResults().getMessages());
            }
            return classes((InternalKieModule) builder.getKieModule());
        } finally {
            drools.getRepository().removeKieModule(id);
        }
    }

    private static Map<String, byte[]> classes(InternalKieModule module) {
        Map<String, byte[]> classes = new TreeMap<>();
        for (String file : module.getFileNames()) {
            if (file.startsWith(FOLDER) && file.endsWith(".class")) {
                String name =
                        file.substring(0, file.length() - ".class".length()).replace('/', '.');
                classes.put(name, module.getBytes(file));
            }
        }
        return classes;
    }
}
