package jp.readiness.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.programme.Place;
import jp.readiness.programme.Text;

/** Reads a text file as everything here expects it: UTF-8, of bounded size, in NFC, with line feeds only. */
final class TextFile {

    private static final long MOST_BYTES = 1L << 20;

    /** What no editor shows: control characters, odd line ends, a byte order mark within the text, non-characters. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF&&[^\\n\\t]]");

    private TextFile() {}

    /**
     * @param name of the file in problems, relative to the rules folder
     * @return the text, unless that was reported as a problem
     */
    static Optional<String> read(Path file, String name, Problems problems) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                problems.error(
                        new Place(name, 1, 1),
                        "TOO_LARGE",
                        Wording.say(
                                "ファイルが大きすぎます(%s バイト)。1 MiB(1,048,576 バイト)までにしてください。",
                                "The file is too large (%s bytes). It may have at most 1 MiB (1,048,576 bytes).",
                                Files.size(file)));
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file), name, problems).flatMap(text -> visible(text, name, problems));
        } catch (IOException e) {
            problems.error(
                    new Place(name, 1, 1),
                    "UNREADABLE_FILE",
                    new Text("ファイルを読めませんでした。", "The file could not be read."),
                    new Text("読み取りの権限を確認してください。", "Please check that it may be read."));
            return Optional.empty();
        }
    }

    /** The one form in which texts are parsed, stored and hashed. */
    static String normal(String text) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String lines = withoutMark.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    static Optional<String> decode(byte[] bytes, String name, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String good = out.flip().toString();
        if (!result.isError()) {
            return Optional.of(normal(good));
        }
        problems.error(
                placeAfter(name, normal(good)),
                "NOT_UTF8",
                new Text("文字コードが UTF-8 ではありません。", "The file is not in UTF-8."),
                isWindows31j(bytes)
                        ? new Text(
                                "もしかして Shift_JIS ですか。UTF-8 で保存し直してください。",
                                "Maybe it is in Shift_JIS. Please save it again as UTF-8.")
                        : new Text("UTF-8 で保存し直してください。", "Please save it again as UTF-8."));
        return Optional.empty();
    }

    private static boolean isWindows31j(byte[] bytes) {
        try {
            Charset.forName("windows-31j").newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text, unless it holds what no editor shows, which is then reported. */
    static Optional<String> visible(String text, String name, Problems problems) {
        Matcher invisible = INVISIBLE.matcher(text);
        if (!invisible.find()) {
            return Optional.of(text);
        }
        problems.error(
                placeAfter(name, text.substring(0, invisible.start())),
                "INVISIBLE_CHARACTER",
                Wording.say(
                        "見えない制御文字(U+%s)があります。",
                        "There is an invisible control character (U+%s).",
                        String.format("%04X", text.codePointAt(invisible.start()))),
                new Text("その文字を消してください。", "Please delete it."));
        return Optional.empty();
    }

    private static Place placeAfter(String name, String before) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String last = before.substring(before.lastIndexOf('\n') + 1);
        return new Place(name, line, last.codePointCount(0, last.length()) + 1);
    }
}
