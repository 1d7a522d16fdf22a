package jp.readiness.folder;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import jp.readiness.folder.RulesArchive.Unusable;
import jp.readiness.programme.Text;

/**
 * Reads a ZIP from somebody we do not know. It counts what comes out and not what the ZIP says of itself, and stops at the
 * first thing that is not as it should be.
 */
final class ZipReader {

    private static final int MOST_ENTRIES = 500;
    private static final int LARGEST_FILE = 1 << 20;
    private static final long LARGEST_SUM = 16L << 20;
    private static final long LARGEST_ZIP = 16L << 20;
    private static final int LONGEST_NAME = 300;

    /** Rules and words shrink to a fifth; a table of the same line over and over to a fiftieth. */
    private static final long LARGEST_RATIO = 200;

    /** Below that much, a ratio says nothing. */
    private static final long SMALL = 64 << 10;

    private final Counted compressed;
    private long sum;

    ZipReader(InputStream in) {
        this.compressed = new Counted(in);
    }

    /** Path → content; without what systems add on their own. */
    SortedMap<String, byte[]> files() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(compressed, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw tooMany();
                }
                String name = name(entry);
                byte[] content = content(zip, name);
                if (entry.isDirectory() || isOfTheSystem(name)) {
                    continue;
                }
                if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                    throw new Unusable(Wording.say("ZIP の中に「%s」が2つあります。", "There are two files %s in the ZIP.", name));
                }
                files.put(name, content);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw broken();
        } catch (EOFException e) {
            throw broken();
        }
        if (entries == 0) {
            throw broken();
        }
        return files;
    }

    /** @throws Unusable unless it is a plain path below the place where the ZIP would be unpacked */
    private static String name(ZipEntry entry) {
        String name = Normalizer.normalize(entry.getName(), Normalizer.Form.NFC);
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean isPlain = name.length() <= LONGEST_NAME
                && !name.contains("\\")
                && !name.contains(":")
                && name.chars().noneMatch(Character::isISOControl);
        for (String part : plain.split("/", -1)) {
            isPlain &= !part.isBlank() && !part.equals(".") && !part.equals("..");
        }
        if (!isPlain) {
            throw new Unusable(Wording.say(
                    "ZIP の中のファイル名「%s」は使えません。フォルダーの外を指す名前や、特別な文字のある名前は受け取れません。",
                    "The name %s in the ZIP cannot be used: names that lead out of the folder, or with special characters, are refused.",
                    shown(name)));
        }
        return plain;
    }

    private static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "?");
        return visible.length() > 100 ? visible.substring(0, 100) + "…" : visible;
    }

    private static boolean isOfTheSystem(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equals("Thumbs.db");
    }

    private byte[] content(ZipInputStream zip, String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        for (int read = zip.read(some); read >= 0; read = zip.read(some)) {
            sum += read;
            if (content.size() + read > LARGEST_FILE || sum > LARGEST_SUM) {
                throw new Unusable(Wording.say(
                        "「%s」まで読んで、大きさの上限(1ファイル 1 MiB、合わせて 16 MiB)を超えました。支援のファイルだけを入れてください。",
                        "Reading %s went beyond the limits (1 MiB a file, 16 MiB altogether). Put in the files of programmes alone.",
                        name));
            }
            if (sum > SMALL && sum / LARGEST_RATIO > compressed.count) {
                throw new Unusable(Wording.say(
                        "「%s」は縮めすぎていて、普通のファイルではないため、受け取れません。",
                        "%s is packed too tightly to be an ordinary file, and is refused.", name));
            }
            content.write(some, 0, read);
        }
        return content.toByteArray();
    }

    private static Unusable tooMany() {
        return new Unusable(Wording.say(
                "ZIP の中のファイルが多すぎます(%s 個まで)。", "There are too many files in the ZIP (at most %s).", MOST_ENTRIES));
    }

    private static Unusable broken() {
        return new Unusable(new Text(
                "ZIP として読めません。壊れているか、パスワードが付いているか、ZIP ではありません。作り直してください。",
                "This cannot be read as a ZIP. It is damaged, has a password, or is no ZIP. Please make it anew."));
    }

    /** How much was read of the ZIP itself. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            count += more;
            if (count > LARGEST_ZIP) {
                throw new Unusable(new Text("ZIP が大きすぎます(16 MiB まで)。", "The ZIP is too large (at most 16 MiB)."));
            }
        }
    }
}
