package io.communique.enrich.field;

import io.communique.enrich.block.Cues;
import io.communique.enrich.block.TextBlock;
import io.communique.enrich.strip.MetadataLine;
import io.communique.enrich.strip.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;

/**
 * Lines about a release that are none of its text: which department it is from, whom to ask, how it may be used.
 *
 * <p>They stand before the text or behind it, seldom apart from it in the markup, so they are found by what they say: a label that
 * begins a line, or a telephone number or address on a short one. Contact lines hold personal data; the body does without them.
 */
public final class AboutLines {
    /** Blocks looked at behind the text, and before it. */
    private static final int NEAR = 12;
    /** Beyond this a line is a sentence, however it begins. */
    private static final double LINE_MAX = 220;

    /** Terms of use and an imprint are a sentence or a line, however long. */
    private static final double TERMS_MAX = 450;

    private static final int IMPRINT_PARTS_MIN = 4;

    private static final double HEADING_MAX = 70;
    private static final double VALUE_MAX = 80;
    /** A contact block is not longer than this many lines. */
    private static final int CONTACT_LINES_MAX = 14;

    private static final Pattern DEPARTMENT = Pattern.compile(
            "(?iu)(?:담당\\s?부서|등록\\s?부서|작성\\s?부서|소관\\s?부서|부서명?|자료\\s?제공(?:\\s?부서)?|department|division|directorate|unit|issued by|referat|abteilung|fachreferat|direction|service émetteur|dependencia|unidad|órgano|担当部局|担当課|担当部署|部局|发布机构|發布單位|责任部门|подразделение|الإدارة)\\s*(?:[:：]\\s*(.{2,80})|$)");
    private static final Pattern CONTACT_HEADING = Pattern.compile(
            "(?iu)(?:press|media|news) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|officers?)(?: for.{0,40})?|(?:for )?(?:further|more) (?:information|details),?(?: please)?(?: contact.{0,60})?|(?:notes? to editors and )?contacts?(?: (?:details|information|persons?|us|for (?:the )?(?:media|press|journalists)))?|enquiries|consumer inquiries|media contact.{0,20}|point of contact"
                    + "|pressekontakt|presse-?kontakt|ansprechpartner(?:in|innen)?(?: für (?:die )?(?:presse|medien))?|rückfragehinweis|rückfragen(?: an)?|kontakt(?: für (?:die )?(?:presse|medien))?|medienkontakt|pressestelle|auskunft|für rückfragen.{0,60}"
                    + "|contacts? (?:presse|médias?)|service de presse|relations (?:avec les médias|presse)|renseignements?|contacto(?:s)?(?: (?:de |para (?:la )?)?prensa)?|contato(?:s)?(?: (?:de |para )?(?:a )?imprensa)?|assessoria de (?:imprensa|comunicação)|contatti(?: stampa)?|ufficio stampa|perscontact|contact voor (?:de )?pers|presskontakt|pressekontakt|kontakt dla mediów|basın irtibat"
                    + "|(?:업무\\s?)?담당자?|문의(?:처|사항)?|자료\\s?제공|자료\\s?문의|연락처|책임자|(?:本件に関する)?お?問い?合わ?せ先?(?:先)?|連絡先|報道関係者.{0,20}|联系(?:人|方式|电话)|聯絡(?:人|方式)|新聞聯絡人|контакты(?: для (?:сми|прессы))?|пресс-служба|للتواصل|جهة الاتصال");
    private static final Pattern CONTACT_LINE =
            Pattern.compile("(?iu)^[\\s(※*▶■□○◦°·-]{0,4}(?:사진\\s?(?:있음|첨부|별첨)[\\s.,(]{0,4})?(?:"
                    + CONTACT_HEADING.pattern() + ")\\s*(?:[:：☎(\\[]|[가-힣]{1,12}\\s?(?:[가-힣]{2,4}\\s?)?[☎(\\d]).*");
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?iu)☎|☏|📞|(?:\\b(?:tel|phone|telephone|telefono?|teléfono|téléphone|telefone|telefoon|tél|fone?|fax|mobile|mob|ph|puh|tlf)\\b\\.?|전화|電話|电话|тел\\.?)\\s*[:：.(+]?\\s*[+(]?\\d|\\+\\d{1,3}[\\s(./-]{1,3}\\d[\\d\\s()./-]{5,}|(?<!\\d)\\(?0\\d{1,4}\\)?[\\s./-]\\d{3,4}[\\s./-]\\d{3,4}(?!\\d)");
    /** Numbers without a code, or with letters for the memory, which mean a telephone only where a label says so. */
    private static final Pattern LABELLED_TELEPHONE = Pattern.compile(
            "(?<![\\d.-])(?:\\(?(?:\\d{2,4}\\)?[ .-])?\\d{3,4}[.-]\\d{4}(?![\\d-])|(?:1-)?8\\d\\d-[A-Z0-9]{3,4}-[A-Z0-9]{3,5})");
    /** Behind the name of a unit, its number. */
    private static final Pattern NUMBER_BEHIND =
            Pattern.compile("\\s*[(（☎☏,]?\\s*(?:(?iu:tel|전화|電話|тел)[.:]?)?\\s*[☎☏+]?\\s*\\d[\\d\\s()./-]{5,}$");

    private static final Pattern EMAIL =
            Pattern.compile("[\\w.+-]{1,64}(?:@|\\s?[\\[(]at[\\])]\\s?)[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");
    private static final Pattern LICENCE = Pattern.compile(
            "(?iu)공공누리|\\bKOGL\\b|open gover?nment licence|\\bOGL\\b|creative commons|\\bCC[ -]?(?:BY|0|Zero)\\b|datenlizenz deutschland|licence ouverte|etalab|crown copyright|政府標準利用規約|公共数据开放|лицензи(?:и|я|ей):? ?creative|government open data license|자유이용허락|공공저작물");
    private static final Cues EMAIL_CUES = Cues.of("@", "at]", "at)");
    private static final Cues LICENCE_CUES = Cues.of(
            "licen",
            "лиценз",
            "kogl",
            "ogl",
            "creative",
            "cc",
            "lizenz",
            "etalab",
            "copyright",
            "공공누리",
            "공공저작",
            "자유이용",
            "規約",
            "公共数据");
    private static final Pattern LICENCE_ADDRESS = Pattern.compile(
            "(?i)https?://(?:www\\.)?(?:creativecommons\\.org/(?:licenses|publicdomain)/[^\\s\"']{1,80}|nationalarchives\\.gov\\.uk/doc/open-government-licence[^\\s\"']{0,80}|kogl\\.or\\.kr/[^\\s\"']{0,120})");

    /** Speaks of the use of this very text; others speak of licences. */
    private static final Pattern TERMS = Pattern.compile(
            "(?iu)(?:저작물|자료|게시물)(?:은|는).{0,80}(?:이용|사용)|\\b(?:is|are) (?:licen[sc]ed|available|published|released|made available) under\\b|licen[sc]ed under|\\b(?:steht|stehen|lizenziert|veröffentlicht) unter\\b|\\bunter (?:der|einer) .{0,60}(?:lizenz|licen[cs]e)\\b.{0,40}veröffentlicht|sous (?:la )?licence|bajo (?:la |una )?licencia|sob (?:a |uma )?licença|con licenza|på licens|op grond van|na licencji|под лицензией|規約に(?:準拠|従)|许可协议|授權條款");
    /** What parts of a line lie between. */
    private static final Pattern PARTED = Pattern.compile("\\s[-–—|·•]\\s");

    private static final Pattern BEHIND_HEADING = Pattern.compile("[\\s:：.]+$");
    private static final Pattern AROUND_HEADING = Pattern.compile("^[\\s▶■□○◦°·※*<\\[-]+|[>\\]]+$");
    /** What an address of a licence has in it. */
    private static final Cues LICENCE_SITES = Cues.of("creativecommons.org", "kogl.or.kr", "open-government-licence");

    private final List<TextBlock> blocks;
    private final Region region;
    private final int titleAt;
    private final Set<TextBlock> contacts;

    /**
     * Makes the search.
     *
     * @param titleAt index of the title among the blocks; -1 if it is not among them
     */
    public AboutLines(List<TextBlock> blocks, Region region, int titleAt) {
        this.blocks = blocks;
        this.region = region;
        this.titleAt = titleAt;
        this.contacts = contactBlocks();
    }

    /** Returns the unit that the page names as responsible; empty if it names none. */
    public Optional<String> department() {
        int from = Math.max(0, (titleAt >= 0 ? titleAt : region.start()) - NEAR);
        int to = Math.min(blocks.size(), end() + NEAR);
        for (int i = from; i < to; i++) {
            String text = blocks.get(i).text();
            Matcher label = DEPARTMENT.matcher(text);
            if (text.length() <= VALUE_MAX + 20 && label.matches()) {
                Optional<String> value = Optional.ofNullable(label.group(1));
                if (value.isPresent()) {
                    return value.map(
                            unit -> NUMBER_BEHIND.matcher(unit).replaceAll("").strip());
                }
                if (i + 1 < to && isValue(blocks.get(i + 1))) {
                    return Optional.of(blocks.get(i + 1).text());
                }
            }
        }
        return Byline.unit(region.blocks());
    }

    private static boolean isValue(TextBlock block) {
        return block.weight() <= VALUE_MAX
                && block.text().chars().anyMatch(Character::isLetter)
                && !hasTelephone(block.text());
    }

    /** Returns whom to ask, line by line as the page writes it; empty if the page does not say. */
    public Optional<String> contact() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size() && lines.size() < CONTACT_LINES_MAX; i++) {
            if (contacts.contains(blocks.get(i))) {
                List<String> own = blocks.get(i).lines();
                lines.addAll(
                        isHead(blocks.get(i))
                                ? own.stream().filter(AboutLines::isContactLine).toList()
                                : own);
            }
        }
        // A lone heading is a menu entry.
        return lines.size() < 2 && lines.stream().noneMatch(line -> isReachable(line) || isContactLine(line))
                ? Optional.empty()
                : Optional.of(String.join("\n", lines));
    }

    /** Returns how the text may be used, as the page says it, or the address of the licence; empty if it does not say. */
    public Optional<String> licence(Element page) {
        int to = Math.min(blocks.size(), end() + 3 * NEAR);
        for (int i = Math.max(0, region.start() - NEAR); i < to; i++) {
            if (isLicence(blocks.get(i))) {
                return Optional.of(blocks.get(i).text());
            }
        }
        return termsOfUse().or(() -> licenceAddress(page));
    }

    private Optional<String> termsOfUse() {
        List<TextBlock> text = region.blocks();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.get(text.size() - 1))
                        .filter(AboutLines::isTermsOfUse)
                        .map(TextBlock::text);
    }

    private static Optional<String> licenceAddress(Element page) {
        Element[] found = new Element[1];
        page.filter((node, depth) -> {
            boolean isFound = node instanceof Element element && linksLicence(element);
            found[0] = isFound ? (Element) node : null;
            return isFound ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return Optional.ofNullable(found[0]).map(link -> link.absUrl("href")).filter(address -> !address.isBlank());
    }

    private static boolean linksLicence(Element element) {
        return mayLinkLicence(element)
                && (element.attr("rel").contains("license")
                        || LICENCE_ADDRESS.matcher(element.absUrl("href")).lookingAt());
    }

    private static boolean mayLinkLicence(Element element) {
        return switch (element.normalName()) {
            case "a" ->
                element.hasAttr("href")
                        && (element.attr("rel").contains("license") || LICENCE_SITES.areIn(element.attr("href")));
            case "link" -> element.hasAttr("href") && element.attr("rel").equalsIgnoreCase("license");
            default -> false;
        };
    }

    /**
     * Returns {@code text} without its lines about the release: contacts, licence, the unit at either end, the byline, captions with a
     * label, a notice of its standing, and behind the end what points elsewhere, what readers are asked, and what they say.
     */
    public List<TextBlock> textOnly(List<TextBlock> text) {
        Set<TextBlock> captions = new HashSet<>(Cutlines.in(text));
        List<TextBlock> own = text.stream()
                .filter(block -> !contacts.contains(block) && !captions.contains(block) && !isLicence(block))
                .toList();
        List<TextBlock> asked = Notices.removed(Reactions.removed(PageHistory.removed(own)));
        return withoutColophon(EndMark.removed(Byline.removed(FurtherReading.removed(withoutUnits(asked)))));
    }

    /** A whole sentence on how the text may be used, or the office's address in one line, counts at the end only. */
    private static List<TextBlock> withoutColophon(List<TextBlock> text) {
        int to = text.size();
        while (to > 1 && (isTermsOfUse(text.get(to - 1)) || isImprint(text.get(to - 1)))) {
            to--;
        }
        return text.subList(0, to);
    }

    private static boolean isTermsOfUse(TextBlock block) {
        return block.weight() <= TERMS_MAX
                && namesLicence(block.text())
                && TERMS.matcher(block.text()).find();
    }

    /** "Town hall of Narvik - 14 Quay Street - 8514 Narvik - Tel. 555 0199". */
    private static boolean isImprint(TextBlock block) {
        String text = block.text();
        return block.weight() <= TERMS_MAX
                && !text.endsWith(".")
                && hasTelephone(text)
                && PARTED.splitAsStream(text).limit(IMPRINT_PARTS_MIN).count() == IMPRINT_PARTS_MIN;
    }

    /** Returns what the page says of its standing over the text, such as that it was withdrawn; empty if it says nothing. */
    public Optional<String> notice() {
        int to = Math.min(blocks.size(), region.start() + NEAR);
        return Notices.find(blocks.subList(0, to));
    }

    /** Returns what labelled captions in {@code text} say; empty if there are none. */
    public Optional<String> cutline(List<TextBlock> text) {
        List<TextBlock> captions = Cutlines.in(text);
        return captions.isEmpty() ? Optional.empty() : Optional.of(Cutlines.said(captions));
    }

    /** A label with a unit counts at the ends of a text only; inside it is a line of a list. */
    private static List<TextBlock> withoutUnits(List<TextBlock> text) {
        int from = 0;
        int to = text.size();
        while (from < to && isUnit(text.get(from))) {
            from++;
        }
        while (to > from && isUnit(text.get(to - 1))) {
            to--;
        }
        return text.subList(from, to);
    }

    private static boolean isUnit(TextBlock block) {
        String line = block.text();
        Matcher label = DEPARTMENT.matcher(line);
        return line.length() <= VALUE_MAX + 20 && label.matches() && label.group(1) != null && !line.endsWith(".");
    }

    private static boolean isProse(TextBlock block) {
        return block.weight() > LINE_MAX;
    }

    private static boolean namesLicence(String text) {
        return LICENCE_CUES.areIn(text) && LICENCE.matcher(text).find();
    }

    private static boolean hasTelephone(String text) {
        return text.chars().anyMatch(AboutLines::isOfTelephone)
                && TELEPHONE.matcher(text).find();
    }

    /** A digit, or the picture of a telephone, one of which has two characters. */
    private static boolean isOfTelephone(int c) {
        return (c >= '0' && c <= '9') || c == '☎' || c == '☏' || (c >= 0x80 && (Character.isDigit(c) || c == '\ud83d'));
    }

    private static boolean hasEmail(String text) {
        return EMAIL_CUES.areIn(text) && EMAIL.matcher(text).find();
    }

    private static boolean isLicence(TextBlock block) {
        return !isProse(block) && namesLicence(block.text());
    }

    /** Lines with a contact label behind the last long paragraph or before the first, and the lines that belong to such a label. */
    private Set<TextBlock> contactBlocks() {
        Set<TextBlock> found = new HashSet<>();
        int from = Math.max(0, titleAt >= 0 ? Math.min(titleAt + 1, region.start()) : region.start());
        int to = Math.min(blocks.size(), end() + NEAR);
        boolean open = false;
        int taken = 0;
        for (int i = from; i < to; i++) {
            TextBlock block = blocks.get(i);
            boolean heading = block.weight() <= HEADING_MAX
                    && CONTACT_HEADING.matcher(bare(block.text())).matches();
            boolean line = (!isProse(block) && isContactLine(block.text())) || isHead(block);
            if (heading && !announces(i, to)) {
                continue;
            }
            if (i == titleAt) {
                open = false;
                continue;
            }
            if (heading || line || (open && belongs(block) && taken < CONTACT_LINES_MAX)) {
                found.add(block);
                taken++;
                open = heading || line || open;
            } else {
                open = false;
                taken = 0;
            }
        }
        return found;
    }

    private static String bare(String text) {
        return AROUND_HEADING
                .matcher(BEHIND_HEADING.matcher(text).replaceAll(""))
                .replaceAll("");
    }

    /** A heading counts where a telephone, an address or a name follows soon; an article may have a section on contacts. */
    private boolean announces(int heading, int to) {
        for (int i = heading + 1; i < Math.min(to, heading + 7); i++) {
            String text = blocks.get(i).text();
            if (isProse(blocks.get(i))) {
                return false;
            }
            if (hasTelephone(text) || hasEmail(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContactLine(String line) {
        return (isReachable(line) || hasNumberInParts(line))
                && CONTACT_LINE.matcher(line).matches();
    }

    private static boolean hasNumberInParts(String line) {
        for (int i = 1; i < line.length(); i++) {
            char before = line.charAt(i - 1);
            if ((line.charAt(i) == '-' || line.charAt(i) == '.') && before >= '0' && before <= '9') {
                return LABELLED_TELEPHONE.matcher(line).find(0);
            }
        }
        return false;
    }

    /** A release's head: lines that say when it is out, whom to ask, and nothing else. */
    private static boolean isHead(TextBlock block) {
        return block.lines().size() > 1
                && block.lines().stream().anyMatch(AboutLines::isContactLine)
                && block.lines().stream().allMatch(line -> isContactLine(line) || MetadataLine.matches(line));
    }

    private static boolean isReachable(String text) {
        return hasTelephone(text) || hasEmail(text);
    }

    /** What follows a contact label: short lines that are no sentences, until text or another heading begins. */
    private static boolean belongs(TextBlock block) {
        String tag = block.element().normalName();
        return block.weight() <= LINE_MAX / 2
                && !tag.matches("h[1-4]")
                && !block.furniture()
                && !namesLicence(block.text())
                && (hasTelephone(block.text())
                        || hasEmail(block.text())
                        || !block.text().matches("(?s).*[.!?。]$"));
    }

    private int end() {
        return region.blocks().isEmpty() ? region.start() : lastIndex();
    }

    private int lastIndex() {
        TextBlock last = region.blocks().get(region.blocks().size() - 1);
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).equals(last)) {
                return i + 1;
            }
        }
        return region.start() + region.blocks().size();
    }
}
