package io.communique.enrich.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What happens to markup between a content system and us; and what somebody might do to it on purpose. */
enum Damage {
    CUT {
        @Override
        String to(String html, RandomGenerator random) {
            return html.substring(0, at(html, random));
        }
    },
    HOLE {
        @Override
        String to(String html, RandomGenerator random) {
            int from = at(html, random);
            return html.substring(0, from) + html.substring(from + random.nextInt(html.length() - from + 1));
        }
    },
    /** A part again and again: a template that lost its way. */
    DOUBLED {
        @Override
        String to(String html, RandomGenerator random) {
            int from = at(html, random);
            int to = Math.min(html.length(), from + random.nextInt(2_000));
            return html.substring(0, to) + html.substring(from, to).repeat(random.nextInt(60)) + html.substring(to);
        }
    },
    TWO_PAGES {
        @Override
        String to(String html, RandomGenerator random) {
            return html + html.substring(at(html, random));
        }
    },
    /** Two stretches change places, wherever they begin and end. */
    MISNESTED {
        @Override
        String to(String html, RandomGenerator random) {
            int[] cuts = {at(html, random), at(html, random), at(html, random)};
            Arrays.sort(cuts);
            return html.substring(0, cuts[0])
                    + html.substring(cuts[1], cuts[2])
                    + html.substring(cuts[0], cuts[1])
                    + html.substring(cuts[2]);
        }
    },
    SWAPPED_TAGS {
        @Override
        String to(String html, RandomGenerator random) {
            String one = TAGS.get(random.nextInt(TAGS.size()));
            String other = TAGS.get(random.nextInt(TAGS.size()));
            return html.replace("<" + one, "<" + other);
        }
    },
    LOST_END_TAGS {
        @Override
        String to(String html, RandomGenerator random) {
            return html.replace("</" + TAGS.get(random.nextInt(TAGS.size())), random.nextBoolean() ? "" : "</q");
        }
    },
    BROKEN_ATTRIBUTES {
        @Override
        String to(String html, RandomGenerator random) {
            String quote = random.nextBoolean() ? "\"" : "'";
            int at = html.indexOf(quote, at(html, random));
            return at < 0 ? html.replace("=", "==\"<") : html.substring(0, at) + html.substring(at + 1);
        }
    },
    ODD_ATTRIBUTES {
        @Override
        String to(String html, RandomGenerator random) {
            String odd = ODD_ATTRIBUTES_OF.get(random.nextInt(ODD_ATTRIBUTES_OF.size()));
            return html.replace("<" + TAGS.get(random.nextInt(TAGS.size())), "<div " + odd + "><p " + odd);
        }
    },
    ENTITIES {
        @Override
        String to(String html, RandomGenerator random) {
            String entity = ENTITIES_OF.get(random.nextInt(ENTITIES_OF.size()));
            return into(html, entity.repeat(1 + random.nextInt(2_000)), random);
        }
    },
    SNIPPETS {
        @Override
        String to(String html, RandomGenerator random) {
            String snippet = SNIPPETS_OF.get(random.nextInt(SNIPPETS_OF.size()));
            return into(html, snippet.repeat(1 + random.nextInt(200)), random);
        }
    },
    /** Any characters at all, halves of pairs among them. */
    NOISE {
        @Override
        String to(String html, RandomGenerator random) {
            StringBuilder noise = new StringBuilder();
            int range = random.nextBoolean() ? 0x80 : 0x10000;
            for (int i = random.nextInt(500); i >= 0; i--) {
                noise.append((char) random.nextInt(range));
            }
            return into(html, noise.toString(), random);
        }
    },
    DEEP {
        @Override
        String to(String html, RandomGenerator random) {
            return into(
                    html, ("<" + TAGS.get(random.nextInt(TAGS.size())) + ">").repeat(random.nextInt(3_000)), random);
        }
    },
    NOTHING {
        @Override
        String to(String html, RandomGenerator random) {
            return html;
        }
    };

    private static final List<String> TAGS = List.of(
            "p",
            "div",
            "td",
            "tr",
            "table",
            "li",
            "ul",
            "h1",
            "a",
            "b",
            "span",
            "body",
            "head",
            "title",
            "script",
            "style",
            "pre",
            "select",
            "template",
            "svg",
            "math",
            "form",
            "frameset",
            "textarea",
            "noscript",
            "dl",
            "br",
            "article",
            "i",
            "caption");
    private static final List<String> ODD_ATTRIBUTES_OF = List.of(
            "style='display : none'",
            "class='" + "menu ".repeat(300) + "'",
            "hidden",
            "href='http://[::bad' src='\u0000'",
            "href='https://files.example/%zz.pdf'",
            "datetime='9999-99-99T99:99' itemprop=datePublished content='+999999999-01-01'",
            "lang='x-\ud83d\ude00' dir=rtl",
            "class=\"a'b<c\" id=\"\\\" role=navigation",
            "property=og:title content='" + "T".repeat(3_000) + "'");
    private static final List<String> ENTITIES_OF = List.of(
            "&amp;",
            "&#0;",
            "&#x110000;",
            "&#99999999999999;",
            "&#xD83D;",
            "&nbsp;",
            "&shy;",
            "&#8203;",
            "&#x1F600;",
            "&nosuch;",
            "&");
    private static final List<String> SNIPPETS_OF = List.of(
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xml version='1.0'?>",
            "</p></div>",
            "<br>",
            "<br><br>text ",
            "<td>",
            "<tr><td>1<td>2",
            "<a href=x.pdf>",
            "18 May 2026 ",
            "2026-05-18",
            "<p>31.02.2026</p>",
            "令和99年13月40日",
            "29 رمضان 1447",
            "99999999999",
            "<li>1. ",
            "※ ",
            "<h1>",
            "</html><html>",
            "<base href='::'>",
            "<script type=application/ld+json>{\"@graph\":[[{\"datePublished\":{}}]]}</script>",
            "<script type=application/ld+json>{\"headline\":",
            "<meta name=date content=0000-00-00>",
            "<meta charset=utf-16>",
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour \\ud83d opens\"}</script>",
            "<title>",
            "<noscript><p>",
            "<plaintext>",
            "<time datetime=''>",
            "<time datetime='2026-W21'>yesterday",
            "\u202e\u2066",
            "e\u0301\u0301\u0301",
            "\t\r\n\f\u3000");

    abstract String to(String html, RandomGenerator random);

    /** Returns the bytes of {@code html} as a server might send them: mostly as declared, now and then not. */
    static byte[] bytes(String html, Charset declared, RandomGenerator random) {
        Charset charset = random.nextInt(4) > 0
                ? declared
                : List.of(UTF_8, ISO_8859_1, UTF_16LE).get(random.nextInt(3));
        byte[] bytes = html.getBytes(charset);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            for (int i = random.nextInt(200); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
        }
        return random.nextInt(10) > 0 ? bytes : Arrays.copyOfRange(bytes, random.nextInt(4), Math.max(4, bytes.length));
    }

    private static int at(String html, RandomGenerator random) {
        return random.nextInt(html.length() + 1);
    }

    private static String into(String html, String part, RandomGenerator random) {
        int at = at(html, random);
        return html.substring(0, at) + part + html.substring(at);
    }
}
