package io.communique.contract.file;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that pages put on links to files, in place of the file's name or beside it. */
final class FileWords {
    /** What is done to a file. */
    private static final Set<String> TAKE = words(
            "download herunterladen download télécharger telecharger téléchargement telechargement descargar descarga baixar scarica scaricare"
                    + " скачать загрузить pobierz stáhnout indir ladda hent 다운로드 다운 다운받기 내려받기 저장 ダウンロード 下载 下載 تحميل تنزيل");

    private static final Set<String> SHOW = words(
            "view viewer preview open read show vorschau öffnen anzeigen ansehen ouvrir voir aperçu abrir ver visualizar vista previa apri"
                    + " visualizza открыть просмотр посмотреть 미리보기 바로보기 바로듣기 보기 열기 열림 뷰어 새창 새창열림 预览 查看 打开 預覽 プレビュー 表示 開く");
    private static final Set<String> THING = words(
            "file files document documents attachment attachments version print link size text full format original accessible new window tab"
                    + " opens icon page pages click here now please datei dateien dokument anhang fassung druckversion druckfassung lesefassung hier"
                    + " öffnet neues neuem fenster seite seiten größe ist barrierefrei barrierearm nicht bitte fichier pièce jointe fenêtre nouvelle"
                    + " ici cliquez lien taille archivo documento fichero aquí aqui arquivo anexo versión versão formato enlace pulse clique allegato"
                    + " versione qui файл документ версия формате формат здесь тут вложение 파일 첨부 첨부파일 문서 링크 여기 클릭 새 창 아이콘 이미지 회 건"
                    + " ファイル 添付 添付資料 こちら 別ウィンドウで開く 新しいウィンドウ 附件 文件 点击 這裡 这里 ملف"
                    + " word excel powerpoint acrobat adobe ms microsoft spreadsheet portable presentation 한글파일 한글 엑셀");
    private static final Set<String> BETWEEN = words(
            "a an the as in to of for or and it is this with by at der die das den dem als im zum zur und oder ein eine le la les un une l en au aux"
                    + " du de des et ou el los las como o os em y e il lo как в на и 로 으로 을 를 의 で を の");
    private static final Set<String> UNITS =
            words("b kb mb gb kib mib gib k m ko mo go kbyte mbyte bytes byte octets кб мб гб байт 바이트 킬로바이트 메가바이트 字节");
    private static final Set<String> READERS =
            words("viewer reader plugin plug player flash shockwave acrobat 뷰어 뷰어프로그램 플레이어 플러그인 ビューア ビューワ リーダー プレーヤー");

    private static final int WORD_MAX = 16;
    private static final int TOKENS_MAX = 40;

    private FileWords() {}

    private static Set<String> words(String line) {
        return new HashSet<>(List.of(line.split(" ")));
    }

    /** Returns whether {@code text} says nothing but that there is a file: "Download (PDF)", "파일다운로드". Not so if it is empty. */
    static boolean isGeneric(String text) {
        boolean says = false;
        int tokens = 0;
        for (int at = next(text, 0); at < text.length(); at = next(text, end(text, at))) {
            String token = token(text, at);
            if (++tokens > TOKENS_MAX || !(isGenericWord(token) || isAmount(token))) {
                return false;
            }
            says |= !BETWEEN.contains(token);
        }
        return says;
    }

    /** Returns whether {@code text} says nothing but to take a file. */
    static boolean takes(String text) {
        return anyWord(text, TAKE) && isGeneric(text);
    }

    /** Returns whether {@code text} says nothing but to show a file. */
    static boolean shows(String text) {
        return anyWord(text, SHOW) && !anyWord(text, TAKE) && isGeneric(text);
    }

    /** Returns whether {@code text} speaks of a program that shows files. */
    static boolean isReader(String text) {
        return anyWord(text, READERS);
    }

    /** Returns whether {@code text} names a size: a number and a unit. */
    static boolean hasSize(String text) {
        boolean number = false;
        for (int at = next(text, 0); at < text.length(); at = next(text, end(text, at))) {
            String token = token(text, at);
            if (isSize(token) || (number && UNITS.contains(token))) {
                return true;
            }
            number = isNumber(token);
        }
        return false;
    }

    /** Returns the only file type that {@code text} names as a word, empty string if none or several. */
    static String type(String text) {
        String found = "";
        for (int at = next(text, 0); at < text.length(); at = next(text, end(text, at))) {
            String token = token(text, at);
            if (FileType.ofEnding(token).isPresent()) {
                if (!found.isEmpty() && !found.equals(token)) {
                    return "";
                }
                found = token;
            }
        }
        return found;
    }

    /** Returns whether {@code text} names a file type, or several, as a word. */
    static boolean namesType(String text) {
        for (int at = next(text, 0); at < text.length(); at = next(text, end(text, at))) {
            if (end(text, at) - at <= FileType.ENDING_MAX && isType(token(text, at))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether {@code text} has a file type, or a word for taking or showing a file. */
    static boolean namesTypeOrAsks(String text) {
        return !type(text).isEmpty() || anyWord(text, TAKE) || anyWord(text, SHOW);
    }

    /** A unit, a number, or both as in {@code 298kb}. */
    static boolean isAmount(String token) {
        return isNumber(token) || isSize(token) || UNITS.contains(token);
    }

    static boolean isType(String token) {
        return FileType.ofEnding(token).isPresent();
    }

    /** Returns whether {@code token} asks to take or show a file. */
    static boolean isAsking(String token) {
        return consistsOf(token, TAKE, SHOW);
    }

    static boolean isLatin(String token) {
        return token.chars().allMatch(c -> c < 0x250);
    }

    private static boolean isSize(String token) {
        String unit = withoutDigits(token);
        return unit.length() < token.length() && UNITS.contains(unit);
    }

    private static String withoutDigits(String token) {
        int digits = 0;
        while (digits < token.length() && Character.isDigit(token.charAt(digits))) {
            digits++;
        }
        return token.substring(digits);
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(Character::isDigit);
    }

    private static boolean isGenericWord(String token) {
        return isType(token) || consistsOf(withoutDigits(token), TAKE, SHOW, THING, BETWEEN);
    }

    private static boolean anyWord(String text, Set<String> words) {
        int tokens = 0;
        for (int at = next(text, 0); at < text.length(); at = next(text, end(text, at))) {
            String token = token(text, at);
            if (words.contains(token)
                    || (!isLatin(token) && words.stream().anyMatch(word -> !isLatin(word) && token.contains(word)))) {
                return true;
            }
            if (++tokens > TOKENS_MAX) {
                return false;
            }
        }
        return false;
    }

    /** Scripts without spaces, and Korean labels, put words together: 첨부파일다운로드. The longest word is taken first. */
    @SafeVarargs
    private static boolean consistsOf(String token, Set<String>... sets) {
        if (isOneOf(token, sets)) {
            return true;
        }
        if (isLatin(token)) {
            return false;
        }
        int at = 0;
        while (at < token.length()) {
            int end = Math.min(token.length(), at + WORD_MAX);
            while (end > at && !isOneOf(token.substring(at, end), sets)) {
                end--;
            }
            if (end == at) {
                return false;
            }
            at = end;
        }
        return true;
    }

    @SafeVarargs
    private static boolean isOneOf(String word, Set<String>... sets) {
        for (Set<String> set : sets) {
            if (set.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String token(String text, int at) {
        return text.substring(at, end(text, at)).toLowerCase(Locale.ROOT);
    }
}
