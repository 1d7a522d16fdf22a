package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import jp.readiness.SmallRules;
import jp.readiness.cli.Terminal.Outcome;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.folder.RulesArchive;
import jp.readiness.folder.RulesFolderReader;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What is live out of a database, and a ZIP into the folder of programmes. */
class ExportTest {

    private static final Path CACHE = Path.of("target/test-cache");

    @TempDir
    private Path temp;

    private String database() {
        String url = "jdbc:h2:file:" + temp.resolve("db");
        DriverManagerDataSource database = new DriverManagerDataSource(url, "sa", "");
        Flyway.configure().dataSource(database).load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        for (ResolvedEdition resolved : small()) {
            jdbc.sql(
                            "insert into published_version (hash, programme, edition, files, origin) values (?, ?, ?, ?, 'ONLINE')")
                    .params(
                            resolved.edition().version(),
                            resolved.edition().programme(),
                            resolved.edition().id(),
                            JsonMapper.shared().writeValueAsString(resolved.files()))
                    .update();
            jdbc.sql("insert into live_edition (hash, programme, edition) values (?, ?, ?)")
                    .params(
                            resolved.edition().version(),
                            resolved.edition().programme(),
                            resolved.edition().id())
                    .update();
        }
        return url;
    }

    private static List<ResolvedEdition> small() {
        return new RulesFolderReader().read(SmallRules.ORIGINAL).resolved();
    }

    private static List<String> hashes(List<ResolvedEdition> editions) {
        return editions.stream().map(edition -> edition.edition().version()).toList();
    }

    private static Outcome run(String... args) {
        String[] all = List.of(args, new String[] {"--cache=" + CACHE, "--lang=en"}).stream()
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return new Terminal().run(all);
    }

    @Test
    void what_is_live_comes_out_as_a_folder_with_the_same_hashes_and_as_a_zip() {
        String url = database();
        Path folder = temp.resolve("out/rules");
        Outcome outcome = run("export", "--database=" + url, "-o", folder.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("2 editions exported");
        assertThat(hashes(new RulesFolderReader().read(folder).resolved())).isEqualTo(hashes(small()));

        assertThat(run(
                                "export",
                                "camp/2022",
                                "--database=" + url,
                                "-o",
                                temp.resolve("one.zip").toString())
                        .out())
                .contains("1 editions exported");
        assertThat(run("export", "--database=" + url, "-o", folder.toString()).err())
                .contains("is not empty");
        assertThat(run(
                                "export",
                                "nothing",
                                "--database=" + url,
                                "-o",
                                temp.resolve("x.zip").toString())
                        .code())
                .isEqualTo(2);
    }

    private Path zip(String from, String to) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        RulesArchive.files(small()).forEach((path, text) -> files.put(path, text.replace(from, to)));
        Path zip = temp.resolve("in.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            RulesArchive.write(files, out);
        }
        return zip;
    }

    @Test
    void a_zip_comes_into_the_folder_if_it_passes_the_checks_and_replaces_nothing_unasked() throws IOException {
        SmallRules rules = SmallRules.in(temp);
        String there = "--rules=" + rules.folder();
        String before = rules.read("camp/2022/programme.yaml");
        Path zip = zip("小さな研修", "小さい研修");

        Outcome refused = run("import", zip.toString(), there);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("says something else");
        assertThat(rules.read("camp/2022/programme.yaml")).isEqualTo(before);

        Outcome replaced = run("import", zip.toString(), there, "--replace");
        assertThat(replaced.err()).isEmpty();
        assertThat(replaced.out()).contains("2 editions imported (files changed: 2)");
        assertThat(rules.read("camp/2022/programme.yaml")).contains("小さい研修");
        assertThat(run("import", zip.toString(), there).out()).contains("files changed: 0");
    }

    @Test
    void what_does_not_pass_the_checks_changes_nothing() throws IOException {
        SmallRules rules = SmallRules.in(temp);
        String before = rules.read("camp/2022/rules.drl");
        for (String[] change : new String[][] {{"participants <", "particpants <"}, {"value: 2", "value: 3"}}) {
            Outcome outcome =
                    run("import", zip(change[0], change[1]).toString(), "--rules=" + rules.folder(), "--replace");
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out()).contains("camp/2022/", "error ");
            assertThat(outcome.err()).contains("Nothing was imported");
        }
        assertThat(rules.read("camp/2022/rules.drl")).isEqualTo(before);
    }

    @Test
    void shared_questions_that_the_folder_lacks_or_words_otherwise_are_named() throws IOException {
        SmallRules rules = SmallRules.in(temp);
        Path zip = zip("申込者の種類", "申し込む人");
        Outcome outcome = run("import", zip.toString(), "--rules=" + rules.folder(), "--replace");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("applicantKind");
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        SmallRules rules = SmallRules.in(temp);
        Path file = Files.writeString(temp.resolve("in.zip"), "no zip");
        assertThat(run("import", file.toString(), "--rules=" + rules.folder()).code())
                .isEqualTo(2);
        assertThat(run("import", temp.resolve("none.zip").toString(), "--rules=" + rules.folder())
                        .code())
                .isEqualTo(2);
    }
}
