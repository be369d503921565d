//! What the browser may load and run.

use base64::prelude::{Engine, BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// The page's own style and script, known by their hashes, and the program in it; no connection to anywhere.
pub(crate) fn of(style: &str, script: &str) -> String {
    let hash = |source: &str| BASE64_STANDARD.encode(Sha256::digest(source));
    format!(
        "default-src 'none'; connect-src 'none'; style-src 'sha256-{}'; \
         script-src 'sha256-{}' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script)
    )
}
