//! The weights of the models.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::code::{strings, Code};
use crate::build::fields::{Field, FIELDS};
use crate::build::files::{Error, Files, Line};
use crate::build::layout::MAX_FIELDS;
use crate::build::numbers::Numbers;
use crate::build::pack::{pack, Packed, Placed};
use crate::build::schemas::SCHEMAS;
use crate::build::templates::{Bits, Layout};

/// Weights are kept in hundredths.
const HUNDREDTHS: f32 = 100.0;

/// More than any weight, so that the sum of those of all templates is within 16 bits.
const MAX_WEIGHT: f32 = 9.0;

/// A line with a weight.
struct Weight<'f> {
    line: Line<'f>,
    model: usize,
    template: usize,
    values: Vec<&'f str>,
    /// In hundredths.
    weight: i16,
}

/// The lines of all model files.
#[derive(Default)]
pub(crate) struct Models<'f>(Vec<Weight<'f>>);

impl<'f> Models<'f> {
    /// Reads lines of field names, each followed by lines of values of those fields, a tab and a weight.
    pub(crate) fn read(files: &'f Files, language: &str) -> Result<Models<'f>, Error> {
        let mut models = Models::default();
        for path in files.folder(&format!("{language}/models")) {
            let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(".tsv")).unwrap_or(path);
            let model = SCHEMAS.iter().position(|(known, _)| *known == name);
            let Some(model) = model else {
                return Err(Error::of_file(
                    path,
                    format!("src/models/schemas.rs declares no model {name:?}"),
                ));
            };
            models.read_model(files, path, model)?;
        }
        Ok(models)
    }

    fn read_model(&mut self, files: &'f Files, path: &str, model: usize) -> Result<(), Error> {
        let mut template = None;
        let mut known = BTreeSet::new();
        for line in files.lines(path) {
            let Some((values, weight)) = line.text.split_once('\t') else {
                template = Some(template_of(&line, model)?);
                continue;
            };
            let Some(template) = template else {
                return Err(line.error("a weight before the names of its fields"));
            };
            let (fields, names) = (SCHEMAS[model].1[template], values);
            let values: Vec<&str> = values.split(' ').collect();
            if values.len() != fields.len() {
                return Err(line.error(format!("{} values of {} fields", values.len(), fields.len())));
            }
            if !known.insert((template, names)) {
                return Err(line.error(format!("{names:?} has a weight already")));
            }
            let weight = parse_weight(&line, weight)?;
            self.0.push(Weight { line, model, template, values, weight });
        }
        Ok(())
    }

    /// The words that weights are for.
    pub(crate) fn words(&self) -> BTreeSet<&'f str> {
        let values = self.0.iter().flat_map(|weight| weight.values.iter().copied());
        values.collect::<BTreeSet<_>>()
    }

    /// The code of the layout, which the scoring functions are made from, and of the weights.
    pub(crate) fn compile(&self, numbers: &Numbers) -> Result<(String, String), Error> {
        let ids = self.ids(numbers)?;
        let bits: Bits = std::array::from_fn(|field| usize::BITS - ids[field].len().leading_zeros());
        let mut weights = Code::default();
        let mut all_packed = Packed::default();
        let mut layouts = String::new();
        for (model, (name, templates)) in SCHEMAS.iter().enumerate() {
            let mut layout = Layout::of(templates, &bits);
            let packed = pack(name, &self.placed(model, &ids, &layout, numbers), &layout)?;
            layout.follow(&all_packed, packed.places());
            layouts.push_str(&format!("&{:?},\n", layout.templates));
            all_packed.append(packed, layout.columns);
        }
        let mut places = Vec::new();
        let mut all = Vec::new();
        for ids in &ids {
            let last = ids.keys().next_back().map_or(0, |value| usize::from(*value) + 1);
            places.push(format!("({}, {last})", all.len()));
            all.extend((0..=last).map(|value| ids.get(&(value as u16)).copied().unwrap_or(0)));
        }
        let mut layout = Code::default();
        let rules = strings(numbers.rules.iter().map(String::as_str));
        layout.item("/// The names of the rules for quotations, which are values too. Sorted.");
        layout.item(&format!("pub(crate) const RULE_NAMES: &[&str] = {rules};"));
        layout.item("/// Where the weights of each template are, by model.");
        layout.item(&format!("pub(crate) const LAYOUTS: [&[Template]; {}] = [{layouts}];", SCHEMAS.len()));
        layout.item(
            "/// Where the numbers of a field's values start, and how many values have a place of their own.",
        );
        layout.item(&format!("pub(crate) const PLACES: [(usize, usize); FIELDS] = [{}];", places.join(", ")));
        let masks: Vec<usize> = bits.iter().map(|bits| (1 << bits) - 1).collect();
        layout.item("/// The bits of the numbers of each field's values.");
        layout.item(&format!("pub(crate) const MASKS: [usize; FIELDS] = {masks:?};"));
        let Packed { rows, cells, dense, .. } = all_packed.finish();
        for (name, of, len) in [
            ("ALL_PLACES", "places for values", all.len()),
            ("ROWS", "rows", rows.len()),
            ("CELLS", "cells", cells.len()),
            ("DENSE", "weights in plain lists", dense.len()),
        ] {
            layout.item(&format!("/// How many {of} there are.\npub(crate) const {name}: usize = {len};"));
        }
        weights.array("IDS", "u16", all);
        weights.array("ALL_ROWS", "u16", rows);
        weights.array("ALL_CELLS", "u32", cells);
        weights.array("ALL_DENSE", "i16", dense);
        weights.item(
            "pub(crate) static WEIGHTS: Weights = Weights { ids: &IDS, rows: &ALL_ROWS, cells: &ALL_CELLS, \
             dense: &ALL_DENSE };",
        );
        Ok((layout.finish(), weights.finish()))
    }

    /// The values of each field that weights are for, with their numbers within the field, from one on.
    fn ids(&self, numbers: &Numbers) -> Result<Vec<BTreeMap<u16, u16>>, Error> {
        let mut ids = vec![BTreeMap::new(); FIELDS];
        for weight in &self.0 {
            for (field, name) in weight.fields().iter().zip(&weight.values) {
                let unknown = || weight.line.error(format!("{name:?} is no value of the field {field:?}"));
                let value = numbers.value(name).ok_or_else(unknown)?;
                ids[*field as usize].insert(value, 0);
            }
        }
        for ids in &mut ids {
            (1..).zip(ids.values_mut()).for_each(|(number, id)| *id = number);
        }
        Ok(ids)
    }

    /// The place of the weight of each line of a model.
    fn placed(
        &self,
        model: usize,
        ids: &[BTreeMap<u16, u16>],
        layout: &Layout,
        numbers: &Numbers,
    ) -> Vec<Placed> {
        let id = |field: Field, name: &str| ids[field as usize][&numbers.value(name).unwrap_or(0)];
        let placed = |weight: &Weight<'_>| {
            let mut numbers = [0; MAX_FIELDS];
            for ((field, name), number) in weight.fields().iter().zip(&weight.values).zip(&mut numbers) {
                *number = usize::from(id(*field, name));
            }
            let template = layout.templates[weight.template];
            let (row, column) = (template.row(numbers), template.column(numbers));
            Placed { is_dense: template.is_dense, row, column, weight: weight.weight }
        };
        self.0.iter().filter(|weight| weight.model == model).map(placed).collect()
    }
}

impl Weight<'_> {
    fn fields(&self) -> &'static [Field] {
        SCHEMAS[self.model].1[self.template]
    }
}

/// The number of the template whose fields a line names.
fn template_of(line: &Line<'_>, model: usize) -> Result<usize, Error> {
    let mut fields = Vec::new();
    for name in line.text.split(' ') {
        let field = Field::ALL.iter().find(|field| format!("{field:?}") == name);
        fields.push(*field.ok_or_else(|| line.error(format!("no field is called {name:?}")))?);
    }
    let templates = SCHEMAS[model].1;
    let at = templates.iter().position(|template| *template == fields.as_slice());
    at.ok_or_else(|| line.error(format!("the model has no template {:?}", line.text)))
}

/// A weight in hundredths.
fn parse_weight(line: &Line<'_>, weight: &str) -> Result<i16, Error> {
    match weight.parse::<f32>() {
        Ok(weight) if weight.abs() < MAX_WEIGHT => Ok((weight * HUNDREDTHS).round() as i16),
        Ok(weight) => {
            Err(line.error(format!("the weight {weight} is not between -{MAX_WEIGHT} and {MAX_WEIGHT}")))
        }
        Err(_) => Err(line.error(format!("{weight:?} is not a number"))),
    }
}
