//! Which identities are one person or organisation. Each step reads the clusters of the steps before it.

use std::collections::{BTreeMap, BTreeSet};

use whosaid::Gender;

use crate::names::{is_initial, Address, Called, PersonName};
use crate::speakers::clusters::{conflict, Clusters};
use crate::speakers::{single, Identity, SpeakerTable};
use crate::words::full_forms;

/// Where the uses of an identity belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// In the row of this cluster.
    Cluster(u32),
    /// In the row of this cluster, but apart in the documents that have both. The clusters of those documents.
    ClusterExcept(u32, Vec<u32>),
    /// Each in a row of its own: it may be any of several, or nobody who can be recognised.
    Apart,
}

/// The maximum number of people of one family name and one first letter that an initial is compared with.
const MOST_COMPARED: usize = 64;

/// The place of each identity.
pub(super) fn places(table: &SpeakerTable) -> (Vec<Place>, Vec<Option<Gender>>) {
    let identities = table.identities.as_slice();
    let mut clusters = Clusters::new(identities, &table.uses);
    join_ids(identities, &mut clusters);
    join_same_names(identities, &mut clusters);
    join_middle_names(identities, &mut clusters);
    join_short_forms(identities, &mut clusters);
    join_initials(identities, &mut clusters);
    let places = single::places(table, &mut clusters);
    let genders = (0..).zip(identities).map(|(number, _)| {
        let root = clusters.root(number);
        clusters.gender(root)
    });
    (places, genders.collect())
}

fn numbered(identities: &[Identity]) -> impl Iterator<Item = (u32, &Identity)> {
    (0..).zip(identities)
}

/// The people with a given name, with the number of the identity.
fn full_names(identities: &[Identity]) -> impl Iterator<Item = (u32, &PersonName)> {
    numbered(identities).filter_map(|(number, identity)| match &identity.called {
        Called::Person(name, _) if !name.given.is_empty() => Some((number, name)),
        _ => None,
    })
}

/// Groups items by key, both in order.
fn grouped<K: Ord, T>(items: impl Iterator<Item = (K, T)>) -> BTreeMap<K, Vec<T>> {
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for (key, item) in items {
        groups.entry(key).or_default().push(item);
    }
    groups
}

/// Splits a group whose members may be one if their labels are not different. Where there are several labels, those
/// without any may be each of them and stay for themselves.
fn split<L: Ord>(group: Vec<u32>, label: impl Fn(u32) -> Option<L>) -> Vec<Vec<u32>> {
    let labelled = grouped(group.iter().map(|member| (label(*member), *member)));
    if labelled.keys().flatten().count() <= 1 {
        return vec![group];
    }
    labelled.into_values().collect()
}

fn join_ids(identities: &[Identity], clusters: &mut Clusters<'_>) {
    let with_id =
        numbered(identities).filter_map(|(number, identity)| Some((identity.id.as_deref()?, number)));
    for group in grouped(with_id).values() {
        clusters.join_all(group);
    }
}

/// Joins people and organisations of the same full name. People who are addressed as man and as woman are two, and
/// so are those with two ids.
fn join_same_names(identities: &[Identity], clusters: &mut Clusters<'_>) {
    let identity = |number: u32| &identities[number as usize];
    for group in grouped(full_names(identities).map(|(number, name)| (name, number))).into_values() {
        let by_id = split(group, |number| identity(number).id.as_deref());
        let are_both = |group: &Vec<u32>| {
            let addresses = group.iter().filter_map(|number| identity(*number).address());
            addresses.map(Address::gender).collect::<BTreeSet<_>>().len() > 1
        };
        for group in by_id {
            let gender = |number: u32| identity(number).shown_gender();
            let groups = if are_both(&group) { split(group, gender) } else { vec![group] };
            groups.iter().for_each(|group| clusters.join_all(group));
        }
    }
    let organisations = numbered(identities).filter_map(|(number, identity)| match &identity.called {
        Called::Organisation(name) => Some((name, number)),
        _ => None,
    });
    for group in grouped(organisations).into_values() {
        for group in split(group, |number| identity(number).id.as_deref()) {
            clusters.join_all(&group);
        }
    }
}

/// The initials of middle names.
fn initials(middle: &[String]) -> Vec<Option<char>> {
    middle.iter().map(|word| word.chars().next()).collect()
}

/// Whether middle names may be those of one person: one has none, or all may be the same.
fn are_compatible(one: &[String], other: &[String]) -> bool {
    let may_be_same = |(one, other): (&String, &String)| {
        one == other || (is_initial(one) || is_initial(other)) && one.chars().next() == other.chars().next()
    };
    one.is_empty() || other.is_empty() || one.len() == other.len() && one.iter().zip(other).all(may_be_same)
}

/// Joins "Marta Holt", "Marta J. Holt" and "Marta Jane Holt", as long as there is no "Marta K. Holt".
fn join_middle_names(identities: &[Identity], clusters: &mut Clusters<'_>) {
    let name = |number: u32| match &identities[number as usize].called {
        Called::Person(name, _) => name.middle.as_slice(),
        _ => &[],
    };
    let key = |name: &PersonName| (name.given.clone(), name.family.clone(), name.suffix);
    for group in grouped(full_names(identities).map(|(number, name)| (key(name), number))).into_values() {
        let label = |number: u32| Some(initials(name(number))).filter(|initials| !initials.is_empty());
        for group in split(group, label) {
            let is_full = |number: u32| name(number).iter().any(|word| !is_initial(word));
            for group in split(group, |number| is_full(number).then(|| name(number))) {
                clusters.join_all(&group);
            }
        }
    }
}

/// Joins "Bob Holt" with "Robert Holt", if he is the only one whom the short form may mean.
fn join_short_forms(identities: &[Identity], clusters: &mut Clusters<'_>) {
    let of_family = grouped(full_names(identities).map(|(number, name)| {
        ((name.family.as_str(), name.suffix, name.given.as_str()), (number, &name.middle))
    }));
    let mut proposals = Vec::new();
    for (number, name) in full_names(identities) {
        let mut found = Vec::new();
        for full in full_forms(&name.given) {
            let key = (name.family.as_str(), name.suffix, full.as_str());
            let people = of_family.get(&key).map_or(&[][..], Vec::as_slice);
            // One more shows that there are too many.
            let people = people.iter().take(MOST_COMPARED + 1);
            found.extend(
                people.filter(|(_, middle)| are_compatible(middle, &name.middle)).map(|(found, _)| *found),
            );
        }
        proposals.extend(only(clusters, &found).map(|root| (root, number)));
    }
    join_proposals(identities, clusters, proposals);
}

/// Joins "M. Holt" with "Marta Holt", if she is the only one of that initial.
fn join_initials(identities: &[Identity], clusters: &mut Clusters<'_>) {
    let key = |name: &'_ PersonName| (name.family.clone(), name.suffix, name.given.chars().next());
    let written_out = full_names(identities).filter(|(_, name)| !is_initial(&name.given));
    let of_family = grouped(written_out.map(|(number, name)| (key(name), (number, name))));
    let mut proposals = Vec::new();
    for (number, name) in full_names(identities).filter(|(_, name)| is_initial(&name.given)) {
        let people = of_family.get(&key(name)).map_or(&[][..], Vec::as_slice);
        let people = people.iter().take(MOST_COMPARED + 1);
        let fits = |(_, other): &&(u32, &PersonName)| are_compatible(&other.middle, &name.middle);
        let found: Vec<u32> = people.filter(fits).map(|(number, _)| *number).collect();
        proposals.extend(only(clusters, &found).map(|root| (root, number)));
    }
    join_proposals(identities, clusters, proposals);
}

/// The cluster of these identities, if they belong to one and are not too many to say so.
fn only(clusters: &mut Clusters<'_>, found: &[u32]) -> Option<u32> {
    let roots: BTreeSet<u32> = found.iter().map(|found| clusters.root(*found)).collect();
    let root = roots.first().copied()?;
    (roots.len() == 1 && found.len() <= MOST_COMPARED).then_some(root)
}

/// Joins clusters with that which their names may mean, unless their genders conflict or a document has both: the
/// library did not take them for one there. "M. J. Holt" and "M. K. Holt" cannot both be "Marta Holt".
fn join_proposals(identities: &[Identity], clusters: &mut Clusters<'_>, proposals: Vec<(u32, u32)>) {
    for (target, proposed) in grouped(proposals.into_iter()) {
        let labels = |clusters: &Clusters<'_>, root: u32| -> BTreeSet<Vec<Option<char>>> {
            let middle = |member: &u32| match &identities[*member as usize].called {
                Called::Person(name, _) => initials(&name.middle),
                _ => Vec::new(),
            };
            clusters.members(root).iter().map(middle).filter(|initials| !initials.is_empty()).collect()
        };
        let root = clusters.root(target);
        let own = labels(clusters, root);
        let proposed: BTreeSet<u32> = proposed.iter().map(|number| clusters.root(*number)).collect();
        let mut all = own.clone();
        proposed.iter().for_each(|root| all.extend(labels(clusters, *root)));
        let mut documents = clusters.documents_of(root);
        for other in proposed {
            let root = clusters.root(target);
            let fits = all.len() <= 1 || own.len() == 1 && labels(clusters, other) == own;
            let of_other = clusters.documents_of(other);
            let is_other = conflict(clusters.gender(root), clusters.gender(other));
            if fits && !is_other && documents.is_disjoint(&of_other) {
                clusters.join_all(&[root, other]);
                documents.extend(of_other);
            }
        }
    }
}
