//! Numbers the features.

use std::borrow::Cow;
use std::collections::HashMap;

/// What distinguishes a feature from all others, in the order in which the files of weights list features.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FeatureName {
    /// The library's name of the model.
    pub model: Cow<'static, str>,
    /// The fields and their values, as the files of weights spell them.
    pub fields: String,
    pub values: String,
}

/// The features seen so far, numbered in order of appearance.
#[derive(Default, Clone)]
pub struct Features {
    numbers: HashMap<FeatureName, usize>,
    names: Vec<FeatureName>,
}

impl Features {
    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn name(&self, number: usize) -> &FeatureName {
        &self.names[number]
    }

    /// The fields and values of all features, in the order of their numbers.
    pub fn values(&self) -> Vec<(&str, &str)> {
        self.names.iter().map(|name| (name.fields.as_str(), name.values.as_str())).collect()
    }

    /// The number of a feature, which is added if it is new.
    pub fn number(&mut self, name: FeatureName) -> usize {
        if let Some(&number) = self.numbers.get(&name) {
            return number;
        }
        self.names.push(name.clone());
        self.numbers.insert(name, self.names.len() - 1);
        self.names.len() - 1
    }
}
