//! Identities joined step by step, with what is known of each cluster.

use std::collections::{BTreeSet, HashSet};

use whosaid::Gender;

use crate::names::{Address, Called};
use crate::speakers::{Identity, Use};

/// A union-find over identities that refuses to join what certainly differs.
pub(super) struct Clusters<'a> {
    identities: &'a [Identity],
    parents: Vec<u32>,
    facts: Vec<Facts>,
    /// The identities of a cluster, in a list under its root.
    members: Vec<Vec<u32>>,
    /// The documents of each identity, in order, each once.
    documents: Vec<Vec<u32>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Facts {
    /// An identity with the id of the cluster.
    with_id: Option<u32>,
    /// The gender that a form of address shows.
    address: Option<Gender>,
    male: u32,
    female: u32,
}

impl<'a> Clusters<'a> {
    pub(super) fn new(identities: &'a [Identity], uses: &[Use]) -> Self {
        let mut documents = vec![Vec::new(); identities.len()];
        for used in uses {
            let list: &mut Vec<u32> = &mut documents[used.identity as usize];
            if list.last() != Some(&used.document) {
                list.push(used.document);
            }
        }
        let mut facts = vec![Facts::default(); identities.len()];
        for (number, (identity, facts)) in (0..).zip(identities.iter().zip(&mut facts)) {
            facts.with_id = identity.id.is_some().then_some(number);
            facts.address = identity.address().map(Address::gender);
            let count = u32::try_from(documents[number as usize].len()).unwrap_or(u32::MAX);
            match identity.gender {
                Some(Gender::Male) => facts.male = count,
                Some(Gender::Female) => facts.female = count,
                _ => {}
            }
        }
        let numbers = 0..u32::try_from(identities.len()).unwrap_or(u32::MAX);
        let members = numbers.clone().map(|number| vec![number]).collect();
        Clusters { identities, parents: numbers.collect(), facts, members, documents }
    }

    pub(super) fn root(&mut self, mut identity: u32) -> u32 {
        while self.parents[identity as usize] != identity {
            let next = self.parents[identity as usize];
            self.parents[identity as usize] = self.parents[next as usize];
            identity = next;
        }
        identity
    }

    pub(super) fn documents(&self, identity: u32) -> &[u32] {
        &self.documents[identity as usize]
    }

    pub(super) fn members(&self, root: u32) -> &[u32] {
        &self.members[root as usize]
    }

    /// The gender of a cluster: that of its forms of address, else that which more documents show.
    pub(super) fn gender(&self, root: u32) -> Option<Gender> {
        let facts = self.facts[root as usize];
        facts.address.or(match facts.male.cmp(&facts.female) {
            std::cmp::Ordering::Greater => Some(Gender::Male),
            std::cmp::Ordering::Less => Some(Gender::Female),
            std::cmp::Ordering::Equal => None,
        })
    }

    /// The id of a cluster.
    pub(super) fn id(&self, root: u32) -> Option<&'a str> {
        let with_id = self.facts[root as usize].with_id?;
        self.identities[with_id as usize].id.as_deref()
    }

    /// Joins two clusters, unless they have different ids or are addressed as man and woman.
    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let differ = |one: Option<_>, other: Option<_>| one.is_some() && other.is_some() && one != other;
        if differ(self.id(one), self.id(other)) {
            return;
        }
        let (of_one, of_other) = (self.facts[one as usize], self.facts[other as usize]);
        if of_one.address.is_some() && of_other.address.is_some() && of_one.address != of_other.address {
            return;
        }
        // The larger one stays, so that each member moves a few times only.
        let is_larger = self.members[one as usize].len() >= self.members[other as usize].len();
        let (kept, dropped) = if is_larger { (one, other) } else { (other, one) };
        self.parents[dropped as usize] = kept;
        let moved = std::mem::take(&mut self.members[dropped as usize]);
        self.members[kept as usize].extend(moved);
        self.facts[kept as usize] = Facts {
            with_id: of_one.with_id.or(of_other.with_id),
            address: of_one.address.or(of_other.address),
            male: of_one.male.saturating_add(of_other.male),
            female: of_one.female.saturating_add(of_other.female),
        };
    }

    /// Joins these clusters, unless two of them have different ids or are addressed as man and woman: then the others
    /// may be either.
    pub(super) fn join_all(&mut self, group: &[u32]) {
        let roots: BTreeSet<u32> = group.iter().map(|member| self.root(*member)).collect();
        let ids: BTreeSet<&str> = roots.iter().filter_map(|root| self.id(*root)).collect();
        let addresses = roots.iter().filter_map(|root| self.facts[*root as usize].address);
        if ids.len() > 1 || addresses.collect::<BTreeSet<_>>().len() > 1 {
            return;
        }
        for pair in group.windows(2) {
            self.join(pair[0], pair[1]);
        }
    }

    /// Every document of a cluster.
    pub(super) fn documents_of(&self, root: u32) -> HashSet<u32> {
        self.members(root).iter().flat_map(|member| self.documents(*member)).copied().collect()
    }
}

pub(super) fn conflict(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_some() && other.is_some() && one != other
}

impl Identity {
    pub(super) fn address(&self) -> Option<Address> {
        match self.called {
            Called::Person(_, address) => address,
            _ => None,
        }
    }

    /// The gender that form of address or document show.
    pub(super) fn shown_gender(&self) -> Option<Gender> {
        self.address().map(Address::gender).or(self.gender)
    }
}
