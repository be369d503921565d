//! Asks the model `speaker` which candidate a source means.

use crate::models::calibration::Calibration;
use crate::models::overruled::Overruled;
use crate::models::{schemas, Decider, Description, Parts, Question, Ruling};
use crate::resolution::candidates::Candidates;
use crate::resolution::describe::{describe_fit, Fit, Sought};
use crate::resolution::resolver::Resolver;
use crate::text::index::EntityId;

/// Chosen on dev, where the calibration error of the speakers is 0.023 with it.
const CALIBRATION: Calibration = Calibration { scale: 0.95, shift: 0.8 };

impl Resolver<'_, '_> {
    /// The most probable one of some candidates for a source.
    pub(super) fn choose(
        &mut self,
        sought: &Sought,
        candidates: &Candidates,
        decider: &mut impl Decider,
    ) -> Option<EntityId> {
        let list = &candidates.list;
        if list.is_empty() {
            return None;
        }
        let entity = |answer: usize| answer.checked_sub(1).map(|at| list[at].entity);
        let base = self.describe_source(sought, candidates);
        let fits: Vec<Fit> = list.iter().filter_map(|candidate| self.fit(sought, candidate.entity)).collect();
        let question = Question {
            schema: schemas::Speaker,
            about: candidates.source,
            answers: 1 + list.len(),
            first_is_no: true,
            base: &base,
            varies: true,
            describe: |answer: usize, description: &mut Description| {
                self.describe_candidate(sought, candidates, answer - 1, description);
                describe_fit(&fits, answer - 1, description);
            },
            parts: |answer: usize| {
                let name = entity(answer).map(|entity| self.discourse.registry.entity(entity).name());
                Parts { cue: None, source: name, content: None }
            },
        };
        let mut answer = decider.decide(&question);
        if answer == 0 && sought.is_certain {
            let confidence = |answer: &usize| decider.confidence(&question, *answer);
            let better = |best, other| if confidence(&other) > confidence(&best) { other } else { best };
            answer = (1..=list.len()).reduce(better).unwrap_or(0);
            decider.overrule(|| Ruling { answer, by: Overruled::Named, bound: None });
        }
        let probability = decider.confidence(&question, answer);
        self.probability = CALIBRATION.of(probability);
        entity(answer)
    }
}
