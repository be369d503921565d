//! The form in which the names of speakers are compared.

const ARTICLES: [&str; 3] = ["the ", "a ", "an "];

/// Removes a leading article and collapses white space.
pub fn normalized(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let article =
        ARTICLES.iter().find(|it| name.get(..it.len()).is_some_and(|start| start.eq_ignore_ascii_case(it)));
    name[article.map_or(0, |it| it.len())..].to_owned()
}
