//! A language is a folder of data: sentences of Spanish, read by the same logic with the words of
//! `language/spanish/` and the models of English.
//!
//! The texts were chosen after a first trial. Left out, since they need more than a few words of data: a tag without
//! a subject ("«Estoy en casa», dijo."), which English does not have; dialogue after a dash ("— No quiero verlo —
//! dijo Ana."), which is read as a statement; a capitalised verb that the lexicon does not have ("«Estamos cansados»,
//! dijo ella."), which reads as a name; and a verb in the future that it does not have ("Según el ministerio, la
//! sequía durará dos años."), without which the model sees no clause.

use crate::quotes::{quote_spans_in, Marks};
use crate::speakers::name_mentions_in;
use crate::tokenizer::{paragraphs_in, sentences_in, tokens_in};
use crate::{AttributionKind, Attributor, Language};

use AttributionKind::{Direct, Indirect, Mixed};

/// A text with one attribution: its kind, its speaker and its content, whose parts `|` separates.
type Case = (&'static str, AttributionKind, &'static str, &'static str);

const CASES: &[Case] = &[
    // The cue precedes the source.
    ("«La obra terminará en mayo», dijo Ana Ruiz.", Direct, "Ana Ruiz", "«La obra terminará en mayo»"),
    ("“No habrá cambios”, afirmó el ministro Carlos Vega.", Direct, "Carlos Vega", "“No habrá cambios”"),
    (
        "«Aquí no llueve», explicó Elena Torres, portavoz de Madrid.",
        Direct,
        "Elena Torres",
        "«Aquí no llueve»",
    ),
    ("«Nadie nos avisó», respondió la alcaldesa.", Direct, "alcaldesa", "«Nadie nos avisó»"),
    (
        "“¿Quién pagará el puente?”, preguntó Pedro Salas.",
        Direct,
        "Pedro Salas",
        "“¿Quién pagará el puente?”",
    ),
    ("«Es un error», dijo Javier Soto, «y es caro».", Direct, "Javier Soto", "«Es un error»|«y es caro»"),
    ("«No lo sé», añadió el alcalde, «pero volveré».", Direct, "alcalde", "«No lo sé»|«pero volveré»"),
    ("El puente es seguro, dijo la señora Lara.", Indirect, "Lara", "El puente es seguro"),
    ("El puente, dijo el ministro, es seguro.", Indirect, "ministro", "El puente|es seguro"),
    // The source precedes the cue.
    ("Ana Ruiz dijo: «La obra terminará en mayo».", Direct, "Ana Ruiz", "«La obra terminará en mayo»"),
    ("El presidente Luis Mora declaró: “El plan está listo”.", Direct, "Luis Mora", "“El plan está listo”"),
    ("Lucía Peña: «No tenemos agua».", Direct, "Lucía Peña", "«No tenemos agua»"),
    ("La ministra calificó el plan de «un desastre».", Direct, "ministra", "«un desastre»"),
    ("El médico Pedro Salas dijo que está «lleno».", Mixed, "Pedro Salas", "que está «lleno»"),
    ("El gobierno afirmó que el puente es seguro.", Indirect, "gobierno", "que el puente es seguro"),
    ("La empresa ha declarado que el precio no subirá.", Indirect, "empresa", "que el precio no subirá"),
    ("Los vecinos explicaron que está cerrada.", Indirect, "vecinos", "que está cerrada"),
    ("El portavoz Luis Mora negó que sea peligroso.", Indirect, "Luis Mora", "que sea peligroso"),
    // A phrase of one word names the source.
    ("«El agua no llega», según el informe.", Direct, "informe", "«El agua no llega»"),
    ("Según María Luna, el plan es «una locura».", Mixed, "María Luna", "el plan es «una locura»"),
    ("Según el ministerio, la sequía es grave.", Indirect, "ministerio", "la sequía es grave"),
    ("La sequía es grave, según el ministerio.", Indirect, "ministerio", "La sequía es grave"),
    // Pronouns.
    ("José Prado visitó el puerto. «No hay mar», afirmó él.", Direct, "José Prado", "«No hay mar»"),
    ("Carmen Gil llegó ayer. Ella dijo que es tarde.", Indirect, "Carmen Gil", "que es tarde"),
    ("José Prado vio a Carmen Gil. «No hay luz», dijo ella.", Direct, "Carmen Gil", "«No hay luz»"),
];

#[test]
fn sentences_of_spanish_find_their_speakers() {
    let attributor = Attributor::builder().language(Language::spanish()).build().expect("valid");
    for (text, kind, speaker, content) in CASES {
        let analysis = attributor.attribute(text);
        let found: Vec<(AttributionKind, Option<&str>, String)> = analysis
            .attributions()
            .map(|attribution| {
                let parts: Vec<&str> =
                    attribution.content().iter().filter_map(|part| part.of(text)).collect();
                (attribution.kind(), attribution.speaker().map(|speaker| speaker.name()), parts.join("|"))
            })
            .collect();
        assert_eq!(found, [(*kind, Some(*speaker), (*content).to_owned())], "{text}");
    }
}

#[test]
fn each_part_of_the_library_reads_spanish() {
    let (text, spanish) = ("La Sra. Ruiz vio al ministro Carlos Vega. Él dijo: «No».", Language::spanish());
    assert!(tokens_in(text, &spanish).any(|token| token.text() == "Sra."));
    assert_eq!(paragraphs_in(text, &spanish).count(), 1);
    let sentences: Vec<Option<&str>> = sentences_in(text, &spanish).map(|span| span.of(text)).collect();
    assert_eq!(sentences, [Some("La Sra. Ruiz vio al ministro Carlos Vega."), Some("Él dijo: «No».")]);
    assert_eq!(quote_spans_in(text, Marks::ALL, &spanish).len(), 1);
    let mentions = name_mentions_in(text, &spanish);
    let names: Vec<_> = mentions
        .iter()
        .map(|mention| (mention.name.of(text), mention.title.and_then(|title| title.of(text))))
        .collect();
    assert_eq!(names, [(Some("Ruiz"), Some("Sra.")), (Some("Carlos Vega"), Some("ministro"))]);
}
