//! What holds for the page of every text.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use whosaid::{Attributor, Genre};
use whosaid_report::{Document, Report};

const ARTICLE: &str = include_str!("../../../examples/data/security_council.txt");
const INTERVIEW: &str = include_str!("../../browser/texts/interview.txt");
const NOVEL: &str = include_str!("../../browser/texts/novel.txt");

/// The report of one text.
fn page_of(text: &str) -> String {
    let analysis = whosaid::attribute(text);
    Report::new("Report").document("a text", text, &analysis).to_html()
}

/// The page as a browser reads it, which must find no fault in it.
fn parsed(page: &str) -> Html {
    let html = Html::parse_document(page);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    html
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).expect("a valid selector")).collect()
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The attributes of this name, of all elements.
fn attributes<'h>(html: &'h Html, name: &str) -> Vec<&'h str> {
    all(html, "*").into_iter().filter_map(|element| element.value().attr(name)).collect()
}

/// Asserts that the page is well formed, that its text is the input, and that each of its links leads somewhere.
fn assert_sound(text: &str) {
    let page = page_of(text);
    let html = Html::parse_document(&page);
    // An HTML page may not contain some characters that a text may; the parser keeps them and complains.
    let is_odd = |c: char| {
        c.is_control() && !c.is_ascii_whitespace()
            || u32::from(c) & 0xfffe == 0xfffe
            || ('\u{fdd0}'..='\u{fdef}').contains(&c)
    };
    if !text.contains(|c: char| is_odd(c) || c == '\r') {
        assert!(html.errors.is_empty(), "{:?}", html.errors);
    }
    let articles = all(&html, "article .text");
    assert_eq!(articles.len(), 1);
    assert_eq!(text_of(articles[0]), text.replace('\0', "\u{fffd}"));

    let ids = attributes(&html, "id");
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(distinct.len(), ids.len(), "an id occurs twice");
    for link in attributes(&html, "href") {
        let target = link.strip_prefix('#').expect("a link inside the page");
        assert!(distinct.contains(target), "{link} leads nowhere");
    }
    let entries = all(&html, ".entry").len();
    assert_eq!(entries, whosaid::attribute(text).attributions().len());
    assert_eq!(entries, all(&html, ".text .number").len());
}

#[test]
fn pages_of_articles_interviews_and_novels_are_sound() {
    for text in [ARTICLE, INTERVIEW, NOVEL] {
        assert_sound(text);
    }
}

#[test]
fn texts_without_anything_to_show_are_sound() {
    for text in ["", " ", "\n\n", "No quotation.", "\r\n“A”\r\nb\r", "\0", "\u{feff}“A,” she said."] {
        assert_sound(text);
    }
}

#[test]
fn a_statement_around_quotations_is_shaded_only_in_them() {
    let text = "Marta Holt said that the dam was “quite safe” and the town “never at risk” on Monday.";
    let html = parsed(&page_of(text));
    let shaded: Vec<String> = all(&html, ".text .t0").into_iter().map(text_of).collect();
    assert_eq!(shaded, ["“quite safe”", "“never at risk”"]);
    let underlined: String = all(&html, ".text .u0").into_iter().map(text_of).collect();
    assert_eq!(underlined, "that the dam was “quite safe” and the town “never at risk” on Monday");
}

#[test]
fn a_quotation_in_a_quotation_has_the_colours_of_its_own_speaker() {
    let text = "“Robert Pike told me, ‘The wall will hold,’ and I believed him,” said Marta Holt.";
    let html = parsed(&page_of(text));
    let inner: Vec<_> =
        all(&html, ".text .run").into_iter().filter(|run| text_of(*run).contains("wall will hold")).collect();
    assert_eq!(inner.len(), 1);
    assert_eq!(inner[0].value().attr("data-t"), Some("2 1"));
    let entry = all(&html, "[data-number='2'].entry .who");
    assert_eq!(entry.into_iter().map(text_of).collect::<Vec<_>>(), ["Robert Pike"]);
}

#[test]
fn nothing_that_comes_in_can_become_part_of_the_page() {
    let attack = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let text = format!(
        "“We {attack} won,” said Mr. <script>alert(2)</script>. “I &amp; they\" onclick=\"x,” said Wang Yi."
    );
    let attributor =
        Attributor::builder().speaker_with_id(attack, "Wang \"><b>Yi", ["Wang Yi"]).build().unwrap();
    let analysis = attributor.attribute(&text);
    assert!(analysis.speakers().any(|speaker| speaker.name().contains("<b>")), "{:?}", analysis.speakers());
    let document = Document::new(attack, &text, &analysis).rejected(0, [attack]);
    let html = parsed(&Report::new(attack).with(document).to_html());
    assert_eq!(all(&html, "script").len(), 1);
    assert_eq!(all(&html, "img, [onclick], [onerror], b:not(.who)").len(), 0);
    assert_eq!(all(&html, "h1").into_iter().map(text_of).collect::<String>(), attack);
    assert_eq!(all(&html, "h2").into_iter().map(text_of).collect::<String>(), attack);
    assert_eq!(text_of(all(&html, "article .text")[0]), text);
    assert_eq!(
        all(&html, "article")[0].value().attr("aria-label"),
        Some(format!("Text of {attack}").as_str())
    );
    let names: Vec<String> = all(&html, ".speaker .name").into_iter().map(text_of).collect();
    assert!(names.contains(&"Wang \"><b>Yi".to_owned()), "{names:?}");
}

#[test]
fn the_page_loads_nothing_and_lets_no_other_script_run() {
    let html = parsed(&page_of(ARTICLE));
    assert_eq!(all(&html, "link, img, iframe, object, embed, [src], [style], [action]").len(), 0);
    let policy = all(&html, "meta[http-equiv='Content-Security-Policy']");
    let policy = policy[0].value().attr("content").expect("the policy has content");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
}

#[test]
fn style_and_script_end_where_they_should() {
    let analysis = whosaid::attribute(ARTICLE);
    let fragment = Report::new("").document("", ARTICLE, &analysis).to_fragment();
    assert!(!fragment.style.to_lowercase().contains("</style"));
    assert!(!fragment.script.to_lowercase().contains("</script"));
    assert!(fragment.html.starts_with("<div class=\"whosaid\">"));
    assert!(fragment.html.ends_with("</div>"));
    assert!(!fragment.html.contains("<style") && !fragment.html.contains("<script"));
}

#[test]
fn what_was_rejected_is_shown_where_it_is_given() {
    let text = "“We won,” said Wang Yi. “Nobody lost,” said Marta Holt.";
    let analysis = whosaid::attribute(text);
    let document = Document::new("a", text, &analysis).rejected(1, ["Wang Yi: 0.02", "nobody: 0.01"]);
    let html = parsed(&Report::new("").with(document).to_html());
    let rejected = |number: usize| -> Vec<String> {
        let rows = all(&html, &format!("[data-number='{number}'].entry .facts > div"));
        let row = rows.into_iter().find(|row| text_of(*row).starts_with("Rejected"));
        let lines = Selector::parse("dd").expect("a valid selector");
        row.map_or_else(Vec::new, |row| row.select(&lines).map(text_of).collect())
    };
    assert_eq!(rejected(1), [""; 0]);
    assert_eq!(rejected(2), ["Wang Yi: 0.02", "nobody: 0.01"]);
}

#[test]
fn each_document_has_its_own_links_and_a_person_the_same_number() {
    let texts = [ARTICLE, "“We agree,” said Antony Blinken.", NOVEL];
    let analyses = texts.map(|text| whosaid::attribute(text));
    let mut report = Report::new("Three texts");
    for (name, (text, analysis)) in ["a", "b", "c"].into_iter().zip(texts.iter().zip(&analyses)) {
        report = report.document(name, text, analysis);
    }
    let html = parsed(&report.to_html());
    let shown: Vec<String> = all(&html, "article .text").into_iter().map(text_of).collect();
    assert_eq!(shown, texts);
    let ids = attributes(&html, "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    let blinken =
        all(&html, ".speaker").into_iter().filter(|speaker| text_of(*speaker).contains("Antony Blinken"));
    let numbers: Vec<_> = blinken.map(|speaker| speaker.value().attr("data-person")).collect();
    assert_eq!(numbers.len(), 2);
    assert_eq!(numbers[0], numbers[1]);
}

#[test]
fn an_analysis_of_another_text_gives_a_sound_page() {
    let analysis = whosaid::attribute(ARTICLE);
    for text in ["", "short", "ü".repeat(3_000).as_str()] {
        let html = parsed(&Report::new("").document("a", text, &analysis).to_html());
        assert_eq!(text_of(all(&html, "article .text")[0]), text);
        let ids: BTreeSet<&str> = attributes(&html, "id").into_iter().collect();
        assert!(attributes(&html, "href").into_iter().all(|link| ids.contains(link.trim_start_matches('#'))));
    }
}

#[test]
fn the_page_grows_with_the_text_and_not_with_its_square() {
    let attributor = Attributor::builder().genre(Genre::News).build().expect("a valid configuration");
    let size = |times: usize| {
        let text = "“‘“A,” she said,’ he said,” said Wang Yi. ".repeat(times) + &"“".repeat(times);
        let analysis = attributor.attribute(&text);
        Report::new("").document("a", &text, &analysis).to_html().len()
    };
    let (small, large) = (size(200), size(2_000));
    assert!(large < 12 * small, "{small} bytes became {large}");
}

/// Pieces that texts are put together from: marks of HTML, quotations, labels, line ends and odd characters.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{1,12}",
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "“We won,” said Wang Yi. ",
            "“‘No,’ he said,” she said. ",
            "Marta Holt said that “all” was well",
            "<script>",
            "</p>",
            "<!--",
            "-->",
            "&amp;",
            "&#13;",
            "&",
            "<",
            "]]>",
            "\r\n",
            "\r",
            "\n\n",
            "\n",
            "“",
            "”",
            "‘",
            "\0",
            "\u{85}",
            "\u{2028}",
            "KING: Good evening.\n\n",
            "HOLT: Good day.\n\n",
            "— All well? — asks Ann Wu.\n",
            "\u{202e}",
            "\u{fffe}",
            "\t",
            "\u{c}",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept_whole(pieces in prop::collection::vec(piece(), 0..24)) {
        assert_sound(&pieces.concat());
    }
}
