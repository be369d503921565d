//! The list of public items, in which a change of the API shows in review.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use public_api::Builder;

use crate::error::Error;
use crate::rustdoc;

const LIST: &str = "docs/public-api.txt";

/// Fails if the list in the repository is not that of the code.
pub fn check(root: &Path) -> Result<String, Error> {
    let path = root.join(LIST);
    let listed = fs::read_to_string(&path).map_err(Error::at(&path))?;
    let items = items(root)?;
    let changes = differences(&listed, &items);
    match changes.is_empty() {
        true => Ok(format!("{} public items, as {LIST} lists them", items.lines().count())),
        false => Err(Error::PublicApi(changes)),
    }
}

/// Writes the list.
pub fn write(root: &Path) -> Result<String, Error> {
    let path = root.join(LIST);
    let items = items(root)?;
    fs::write(&path, &items).map_err(Error::at(&path))?;
    Ok(format!("{LIST}: {} public items", items.lines().count()))
}

/// The public items of the library, one a line, without what the compiler implements for every type.
fn items(root: &Path) -> Result<String, Error> {
    let api = Builder::from_rustdoc_json(rustdoc::write(root)?)
        .sorted(true)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()?;
    Ok(api.items().map(|item| format!("{item}\n")).collect())
}

/// The lines that only one of the two lists has: "-" before those that are gone, "+" before those that are new.
fn differences(listed: &str, current: &str) -> Vec<String> {
    let (listed, current): (BTreeSet<&str>, BTreeSet<&str>) =
        (listed.lines().collect(), current.lines().collect());
    let gone = listed.difference(&current).map(|line| format!("- {line}"));
    gone.chain(current.difference(&listed).map(|line| format!("+ {line}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn differences_name_what_is_gone_and_what_is_new() {
        assert_eq!(differences("pub fn a()\npub fn b()\n", "pub fn b()\npub fn a()\n"), [""; 0]);
        assert_eq!(
            differences("pub fn a()\npub fn b()\n", "pub fn b(u8)\npub fn a()\n"),
            ["- pub fn b()", "+ pub fn b(u8)"]
        );
    }
}
