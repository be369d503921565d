//! Numbers the features.

use std::collections::HashMap;

/// The template and the values of a feature, as the file of weights spells them.
pub type FeatureName = (String, String);

/// The features seen so far, numbered in order of appearance.
#[derive(Default)]
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
