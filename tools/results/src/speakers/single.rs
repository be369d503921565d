//! Whom a family name alone means: "Holt".

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use whosaid::Gender;

use crate::names::{is_initial, Address, Called, PersonName};
use crate::speakers::clusters::{conflict, Clusters};
use crate::speakers::joining::Place;
use crate::speakers::{Identity, SpeakerTable};
use crate::words::is_given;

/// The number of documents from which on a full name is no slip, and a title belongs to a name.
const FREQUENT: u32 = 3;

/// Everybody of one family name.
#[derive(Default)]
struct Family<'a> {
    /// The clusters of full names.
    people: BTreeMap<u32, Person>,
    /// The identities without a given name.
    singles: Vec<(u32, &'a PersonName)>,
    /// For each title the person who has it, if it is one.
    holders: BTreeMap<&'a str, u32>,
}

/// A cluster of full names.
#[derive(Default)]
struct Person {
    suffixes: BTreeSet<Option<&'static str>>,
    documents: usize,
    /// Whether one of the names begins with a known given name or an initial.
    has_given: bool,
}

impl Person {
    /// Whether it may be a slip, such as "Year Marta Holt" of a headline.
    fn is_doubtful(&self) -> bool {
        !self.has_given && self.documents == 1
    }

    fn is_certain(&self) -> bool {
        self.has_given && self.documents >= FREQUENT as usize
    }
}

/// What a document shows of a single name: suffix and gender.
type Shown = (Option<&'static str>, Option<Gender>);

/// Whom a family name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// Somebody with a full name.
    Person(u32),
    /// Somebody without one.
    Single(u32),
}

/// The place of each identity, now that the full names are joined.
pub(super) fn places(table: &SpeakerTable, clusters: &mut Clusters<'_>) -> Vec<Place> {
    let identities = table.identities.as_slice();
    let families = families(table, clusters);
    let mut targets: BTreeMap<u32, Vec<Target>> = BTreeMap::new();
    for (name, family) in &families {
        let mut found: BTreeMap<Shown, Vec<Target>> = BTreeMap::new();
        for (number, name) in &family.singles {
            let identity = &identities[*number as usize];
            let shown = (name.suffix, identity.shown_gender());
            let found = found.entry(shown).or_insert_with(|| family.targets(shown, identities, clusters));
            let holder = family.holder(identity).map(|holder| match family.fits(shown, holder, clusters) {
                true => vec![Target::Person(holder)],
                // The title says one thing, the gender another.
                false => vec![Target::Person(holder), Target::Single(*number)],
            });
            targets.insert(*number, holder.unwrap_or_else(|| found.clone()));
        }
        // Those that nobody with a given name can be.
        let unknown = |number: &u32| targets.get(number).is_some_and(Vec::is_empty);
        let unknown: Vec<u32> = family.singles.iter().map(|(number, _)| *number).filter(unknown).collect();
        // Every Bob is called Bob. A rarer name is one person's as long as nothing speaks against it.
        if !family.people.is_empty() || !is_given(name) {
            join_singles(&unknown, identities, clusters, &mut targets);
        }
    }
    let mut taken = HashMap::new();
    let mut places = Vec::with_capacity(identities.len());
    for (number, identity) in (0..).zip(identities) {
        let has_id = identity.id.is_some();
        places.push(match (&identity.called, targets.get(&number).map(Vec::as_slice)) {
            _ if has_id => Place::Cluster(clusters.root(number)),
            (Called::Described, _) => Place::Apart,
            (_, None) => Place::Cluster(clusters.root(number)),
            (_, Some([target])) => target.place(number, clusters, &mut taken),
            (_, Some(_)) => Place::Apart,
        });
    }
    places
}

fn families<'t>(table: &'t SpeakerTable, clusters: &mut Clusters<'_>) -> BTreeMap<&'t str, Family<'t>> {
    let mut families: BTreeMap<&str, Family<'_>> = BTreeMap::new();
    for (number, identity) in (0..).zip(&table.identities) {
        let Called::Person(name, _) = &identity.called else { continue };
        let family = families.entry(&name.family).or_default();
        if name.given.is_empty() {
            family.singles.push((number, name));
            continue;
        }
        let person = family.people.entry(clusters.root(number)).or_default();
        person.suffixes.insert(name.suffix);
        person.documents += clusters.documents(number).len();
        person.has_given |= is_given(&name.given) || is_initial(&name.given);
    }
    let mut counts: BTreeMap<(&str, &str), BTreeMap<u32, u32>> = BTreeMap::new();
    for ((number, rank), count) in &table.ranks {
        if let Called::Person(name, _) = &table.identities[*number as usize].called {
            let root = clusters.root(*number);
            *counts.entry((&name.family, rank)).or_default().entry(root).or_default() += count;
        }
    }
    for ((family, rank), counts) in counts {
        let most = counts.iter().max_by_key(|(_, count)| **count);
        let Some((root, most)) = most.filter(|(_, most)| **most >= FREQUENT) else { continue };
        // The same title of several people of one name decides nothing; a document that errs is no second person.
        let others = counts.iter().filter(|(other, _)| *other != root).map(|(_, count)| *count);
        if others.max().unwrap_or(0) * FREQUENT < *most {
            families.entry(family).or_default().holders.insert(rank, *root);
        }
    }
    families
}

impl Target {
    fn place(
        self,
        number: u32,
        clusters: &mut Clusters<'_>,
        taken: &mut HashMap<u32, HashSet<u32>>,
    ) -> Place {
        let root = match self {
            Target::Single(root) => return Place::Cluster(clusters.root(root)),
            Target::Person(root) => clusters.root(root),
        };
        let taken = taken.entry(root).or_insert_with(|| clusters.documents_of(root));
        let own = clusters.documents(number).iter().copied();
        let both: Vec<u32> = own.filter(|document| taken.contains(document)).collect();
        // Where a document has both, the library did not take them for one.
        if both.is_empty() {
            Place::Cluster(root)
        } else {
            Place::ClusterExcept(root, both)
        }
    }
}

impl Family<'_> {
    fn fits(&self, (suffix, gender): Shown, root: u32, clusters: &Clusters<'_>) -> bool {
        let has_suffix = || self.people.get(&root).is_some_and(|person| person.suffixes.contains(&suffix));
        (suffix.is_none() || has_suffix()) && !conflict(gender, clusters.gender(root))
    }

    /// The person who alone has the titles of a single name: "President Holt".
    fn holder(&self, identity: &Identity) -> Option<u32> {
        let holders = identity.ranks.iter().filter_map(|rank| self.holders.get(rank.as_ref()).copied());
        let holders: BTreeSet<u32> = holders.collect();
        holders.first().copied().filter(|_| holders.len() == 1)
    }

    /// The people whom a single name may mean. Two are enough to know that it is ambiguous.
    fn targets(&self, shown: Shown, identities: &[Identity], clusters: &Clusters<'_>) -> Vec<Target> {
        let fitting = || self.people.iter().filter(|(root, _)| self.fits(shown, **root, clusters));
        let is_certain = fitting().any(|(_, person)| person.is_certain());
        let people = fitting().filter(|(_, person)| !is_certain || !person.is_doubtful());
        let mut targets: Vec<Target> = people.map(|(root, _)| Target::Person(*root)).take(2).collect();
        if let (None, [Target::Person(_)]) = (shown.1, targets.as_slice()) {
            // "Holt" in one document may be the man whom another one calls "Mr. Holt", if only women are found.
            let of_gender = |gender: Gender| {
                let shows =
                    |(other, _): &&(u32, _)| identities[*other as usize].shown_gender() == Some(gender);
                let may_be = |root: &u32| !conflict(Some(gender), clusters.gender(*root));
                self.singles.iter().find(shows).filter(|_| !self.people.keys().any(may_be))
            };
            let other = Gender::ALL.iter().find_map(|gender| of_gender(*gender));
            targets.extend(other.map(|(other, _)| Target::Single(*other)));
        }
        targets
    }
}

/// Joins single names among themselves: the men, the women, and the rest if there is only one of these. "Mrs." and
/// "Miss" are two women.
fn join_singles(
    singles: &[u32],
    identities: &[Identity],
    clusters: &mut Clusters<'_>,
    targets: &mut BTreeMap<u32, Vec<Target>>,
) {
    let identity = |number: u32| &identities[number as usize];
    let suffix = |number: u32| match &identity(number).called {
        Called::Person(name, _) => Some(name.suffix),
        _ => None,
    };
    let status = |number: u32| match identity(number).address() {
        Some(Address::Wife) => Some(Address::Wife),
        Some(Address::Unmarried) => Some(Address::Unmarried),
        _ => None,
    };
    let gender = |number: u32| identity(number).shown_gender();
    let id = |number: u32| identity(number).id.as_deref();
    let of_suffix = parts(singles, suffix).into_iter();
    let of_gender = of_suffix.flat_map(|part| parts(&part, gender));
    let of_status = of_gender.flat_map(|part| parts(&part, status));
    for part in of_status.flat_map(|part| parts(&part, id)) {
        clusters.join_all(&part);
        for number in &part {
            targets.insert(*number, vec![Target::Single(part[0])]);
        }
    }
}

/// The members under each label. Those without a label are in the only part, or in none if there are several.
fn parts<L: Ord>(group: &[u32], label: impl Fn(u32) -> Option<L>) -> Vec<Vec<u32>> {
    let mut labelled: BTreeMap<Option<L>, Vec<u32>> = BTreeMap::new();
    for member in group {
        labelled.entry(label(*member)).or_default().push(*member);
    }
    if labelled.keys().flatten().count() <= 1 {
        return if group.is_empty() { Vec::new() } else { vec![group.to_vec()] };
    }
    labelled.into_iter().filter(|(label, _)| label.is_some()).map(|(_, part)| part).collect()
}

/// A gender in the order of the tables.
pub(super) fn rank(gender: Option<Gender>) -> u8 {
    match gender {
        Some(Gender::Female) => 0,
        Some(Gender::Male) => 1,
        _ => 2,
    }
}
