//! Whether each public item has an example in its documentation.

use std::collections::BTreeSet;
use std::path::Path;

use rustdoc_types::{Crate, Id, Item, ItemEnum, Visibility};

use crate::error::Error;
use crate::rustdoc;

/// Fails for each public function, type and module without a block of code in its documentation. A method may be called
/// in an example of its type, of another method or of its module instead.
pub fn check(root: &Path) -> Result<String, Error> {
    let krate = rustdoc::read(root)?;
    let mut reached = Reached {
        krate: &krate,
        seen: BTreeSet::new(),
        docs: String::new(),
        module: String::new(),
        missing: Vec::new(),
        count: 0,
    };
    reached.visit(krate.root, "");
    reached.missing.sort();
    match reached.missing.is_empty() {
        true => Ok(format!("{} public items, each with an example", reached.count)),
        false => Err(Error::Examples(reached.missing)),
    }
}

/// What a user of a crate can reach.
struct Reached<'c> {
    krate: &'c Crate,
    seen: BTreeSet<u32>,
    /// The documentation of the type whose methods are visited, and of those methods.
    docs: String,
    /// The documentation of the module that is visited.
    module: String,
    /// The paths of items without an example.
    missing: Vec<String>,
    count: usize,
}

impl Reached<'_> {
    /// Visits an item, and what is in it or re-exported by it.
    fn visit(&mut self, id: Id, path: &str) {
        let Some(item) = self.krate.index.get(&id) else { return };
        if !self.seen.insert(id.0) {
            return;
        }
        if let ItemEnum::Use(used) = &item.inner {
            used.id.iter().for_each(|id| self.visit(*id, path));
            return;
        }
        let path = match &item.name {
            Some(name) if path.is_empty() => name.clone(),
            Some(name) => format!("{path}::{name}"),
            None => path.to_owned(),
        };
        if needs_example(item) {
            self.count += 1;
            if !has_example(item) && !self.is_called(item) {
                self.missing.push(path.clone());
            }
        }
        let module = self.module.clone();
        match item.inner {
            ItemEnum::Module(_) => self.module = item.docs.clone().unwrap_or_default(),
            ItemEnum::Struct(_) | ItemEnum::Enum(_) => self.docs = self.docs_of_type(item) + &module,
            _ => {}
        }
        for id in inside(item) {
            self.visit(id, &path);
        }
        self.module = module;
    }

    /// The documentation of a type and of all its methods.
    fn docs_of_type(&self, item: &Item) -> String {
        let get = |id: &Id| self.krate.index.get(id);
        let blocks = inside(item);
        let methods = blocks.iter().filter_map(get).flat_map(inside);
        let methods: Vec<&Item> = methods.filter_map(|id| self.krate.index.get(&id)).collect();
        std::iter::once(item).chain(methods).filter_map(|item| item.docs.as_deref()).collect()
    }

    /// Whether an example of the same type calls a method.
    fn is_called(&self, item: &Item) -> bool {
        let name = item.name.as_deref().unwrap_or_default();
        let examples = self.docs.split("```").skip(1).step_by(2);
        let calls = [format!(".{name}("), format!("::{name}(")];
        let is_method = matches!(&item.inner, ItemEnum::Function(_));
        is_method && examples.into_iter().any(|code| calls.iter().any(|call| code.contains(call.as_str())))
    }
}

/// Constants, fields and variants are explained by the type that has them.
fn needs_example(item: &Item) -> bool {
    let is_of_kind = matches!(
        item.inner,
        ItemEnum::Module(_) | ItemEnum::Struct(_) | ItemEnum::Enum(_) | ItemEnum::Function(_)
    );
    is_of_kind && item.visibility == Visibility::Public
}

fn has_example(item: &Item) -> bool {
    item.docs.as_ref().is_some_and(|docs| docs.contains("```"))
}

/// The items in a module, and those that are implemented for a type itself.
fn inside(item: &Item) -> Vec<Id> {
    match &item.inner {
        ItemEnum::Module(module) => module.items.clone(),
        ItemEnum::Struct(kind) => kind.impls.clone(),
        ItemEnum::Enum(kind) => kind.impls.clone(),
        ItemEnum::Impl(block) if block.trait_.is_none() => block.items.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{has_example, needs_example};
    use rustdoc_types::Item;

    /// A public module with this documentation.
    fn module(docs: &str) -> Item {
        serde_json::from_value(serde_json::json!({
            "id": 1, "crate_id": 0, "name": "quotes", "span": null, "visibility": "public", "docs": docs,
            "links": {}, "attrs": [], "deprecation": null,
            "inner": {"module": {"is_crate": false, "items": [], "is_stripped": false}}
        }))
        .expect("an item as rustdoc writes it")
    }

    #[test]
    fn a_block_of_code_is_an_example() {
        assert!(needs_example(&module("")));
        assert!(has_example(&module("Finds quotations.\n\n```\nlet x = 1;\n```")));
        assert!(!has_example(&module("Finds `quotations`.")));
    }
}
