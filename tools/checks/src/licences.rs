//! The licences of all packages that the workspace is built from.

use std::path::Path;

use cargo_metadata::MetadataCommand;
use spdx::{Expression, LicenseReq};

use crate::error::Error;

/// Packages of tests alone, under a licence that asks for the source of changes to their own files: what reads HTML in
/// the tests of `tools/report`. Nothing that is built from this repository contains them.
const IN_TESTS_ALONE: &[&str] = &["cssparser", "cssparser-macros", "dtoa-short", "selectors"];

/// Licences that ask for no more than a notice.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Checks every package in the graph of dependencies, those of tools and of other platforms included.
pub fn check(root: &Path) -> Result<String, Error> {
    let metadata = MetadataCommand::new().manifest_path(root.join("Cargo.toml")).exec()?;
    let refused: Vec<String> = metadata
        .packages
        .iter()
        .filter(|package| !metadata.workspace_members.contains(&package.id))
        .filter(|package| !IN_TESTS_ALONE.contains(&package.name.as_str()))
        .filter_map(|package| {
            let reason = refusal(package.license.as_deref())?;
            Some(format!("{} {}: {reason}", package.name, package.version))
        })
        .collect();
    let packages = metadata.packages.len() - metadata.workspace_members.len();
    match refused.is_empty() {
        true => Ok(format!("{packages} packages under permissive licences, apart from those of tests alone")),
        false => Err(Error::Licences(refused)),
    }
}

/// Why a package may not be used under this licence; `None` if it may.
fn refusal(licence: Option<&str>) -> Option<String> {
    let Some(licence) = licence else { return Some("states no licence".to_owned()) };
    // Old packages write "MIT/Apache-2.0".
    let choice = licence.replace('/', " OR ");
    match Expression::parse(&choice) {
        Err(error) => Some(format!("{licence:?} is no SPDX expression: {}", error.reason)),
        Ok(expression) if expression.evaluate(is_allowed) => None,
        Ok(_) => Some(licence.to_owned()),
    }
}

fn is_allowed(licence: &LicenseReq) -> bool {
    licence.license.id().is_some_and(|id| ALLOWED.contains(&id.name))
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn one_permissive_choice_is_enough() {
        for licence in ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"]
        {
            assert_eq!(refusal(Some(licence)), None, "{licence}");
        }
        assert_eq!(refusal(Some("Apache-2.0 WITH LLVM-exception")), None, "an exception permits more");
    }

    #[test]
    fn others_are_refused_with_the_reason() {
        assert_eq!(refusal(None).as_deref(), Some("states no licence"));
        assert_eq!(refusal(Some("GPL-3.0-only")).as_deref(), Some("GPL-3.0-only"));
        assert_eq!(refusal(Some("MIT AND GPL-3.0-only")).as_deref(), Some("MIT AND GPL-3.0-only"));
        assert!(refusal(Some("as you like")).is_some_and(|reason| reason.contains("no SPDX expression")));
    }
}
