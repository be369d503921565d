//! The colours of the style sheet can be read, and people who see colours differently can distinguish them.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../src/report.css");
const SPEAKERS: [&str; 6] = ["c0", "c1", "c2", "c3", "c4", "c5"];

/// Red, green and blue, linear, from 0 to 1.
type Light = [f64; 3];
type Colours = BTreeMap<String, Light>;

/// The variables of the light theme and those of the dark one.
fn themes() -> [Colours; 2] {
    let (light, dark) = STYLE.split_once("prefers-color-scheme: dark").expect("there is a dark theme");
    let dark = dark.split_once("/* The page").expect("the page follows the colours").0;
    [light, dark].map(colours)
}

fn colours(rules: &str) -> Colours {
    let declarations =
        rules.split(['{', ';', '}']).filter_map(|declaration| declaration.trim().strip_prefix("--"));
    let pairs = declarations.filter_map(|declaration| declaration.split_once(": #"));
    pairs.map(|(name, hex)| (name.to_owned(), light(hex))).collect()
}

fn light(hex: &str) -> Light {
    [0, 2, 4].map(|at| {
        let value = u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour has six digits");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: [[f64; 3]; 3], [a, b, c]: Light) -> Light {
    matrix.map(|[x, y, z]| x * a + y * b + z * c)
}

/// The contrast of WCAG 2.
fn contrast(a: Light, b: Light) -> f64 {
    let luminance = |[red, green, blue]: Light| 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How far two colours are apart in OKLab, where black and white have the distance 1.
fn distance(a: Light, b: Light) -> f64 {
    let [a, b] = [a, b].map(|colour| {
        let cones = times(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            colour,
        );
        times(
            [
                [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
            ],
            cones.map(|value| value.max(0.0).cbrt()),
        )
    });
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// How people with and without protanopia, deuteranopia and tritanopia see a colour, after Machado, Oliveira and
/// Fernandes (2009).
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

#[test]
fn all_text_has_the_contrast_of_wcag_aa() {
    for colours in themes() {
        let mut faint = Vec::new();
        let mut check = |text: &str, ground: &str| {
            let contrast = contrast(colours[text], colours[ground]);
            if contrast < 4.5 {
                faint.push(format!("{text} on {ground}: {contrast:.2}"));
            }
        };
        let tints = ["t0", "t1", "t2", "t3", "t4", "t5", "tx"];
        let grounds = [&tints[..], &["paper", "raised", "lit"]].concat();
        for ground in &grounds {
            check("ink", ground);
        }
        // The source of one speaker may be in the words of another.
        for text in SPEAKERS.iter().chain(&["cx"]) {
            for ground in tints.iter().chain(&["paper", "raised"]) {
                check(text, ground);
            }
        }
        for ground in ["paper", "raised", "tx"] {
            check("quiet", ground);
        }
        assert!(faint.is_empty(), "{faint:?}");
    }
}

#[test]
fn no_two_speakers_have_colours_that_look_alike_to_anybody() {
    for colours in themes() {
        for (sight, matrix) in SIGHTS {
            for (at, one) in SPEAKERS.iter().enumerate() {
                for other in &SPEAKERS[at + 1..] {
                    let distance = distance(times(matrix, colours[*one]), times(matrix, colours[*other]));
                    assert!(distance >= 0.09, "{one} and {other} with {sight}: {distance:.3}");
                }
            }
        }
    }
}
