package jp.readiness.folder;

import jp.readiness.programme.Text;

/** What one part of the format may name in another. */
enum Reference {
    QUESTION("質問", "question"),
    OPTION("選択肢", "option"),
    SOURCE("出典", "source"),
    STEP("段階", "step"),
    FINDING("判定項目", "finding"),
    SECTION("区分", "section"),
    EXAMPLE("例", "example"),
    PROGRAMME("支援プログラム", "programme");

    private final Text noun;

    Reference(String ja, String en) {
        this.noun = new Text(ja, en);
    }

    String code() {
        return "UNKNOWN_" + name();
    }

    Text unknown(String id) {
        return Wording.say(noun.ja() + "「%s」はどこにもありません。", "There is no " + noun.en() + " `%s`.", id);
    }
}
