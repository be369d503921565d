//! The models: for each, what it decides (`target.rs`) and its templates, which are the combinations of fields
//! whose values have a weight.
//!
//! The build script includes this file and reads the templates as data; the library makes a scoring function of
//! each model (`schemas!` in `linear.rs`). So the file contains nothing but the declaration.

schemas! {
    /// Decides who said a quotation.
    Quotation = "quotation" decides Link:
        [Rule]
        [Rule, Lemma]
        [Lemma, Form]
        [Rule, Cue, Form]
        [Rule, Gap, Between]
        [Rule, Nesting, Cue]
        [Rule, Nesting, Between]
        [Rule, Source]
        [Source, SourceLength]
        [Rule, SourceLength]
        [Rule, Reach]
        [Rule, Before]
        [Rule, After]
        [Rule, Words, Ending]
        [Rule, Shape, Words]
        [Rule, Person, Company]
        [Rule, Story, Company]
        [Rule, Story, Words]
        [Rule, Cue, Gap]
        [Rule, Before, Shape]
        [Rule, Ending, Gap];

    /// Decides whether a possible cue is one.
    Cue = "cue" decides Cue:
        [Kind]
        [Lemma]
        [Lemma, Form]
        [Lemma, Next]
        [Lemma, NextTag]
        [Lemma, NextTag, SecondTag]
        [Lemma, PreviousTag]
        [Lemma, Source]
        [Lemma, Quotes]
        [Lemma, Group]
        [Lemma, Outer]
        [Lemma, Verb]
        [Kind, Form, Next]
        [Kind, Form, NextTag, SecondTag]
        [Kind, NextTag, SecondTag, ThirdTag]
        [Kind, Next, Second]
        [Kind, Form, Group]
        [Kind, Form, Source]
        [Kind, Previous]
        [Kind, PreviousTag, BeforeTag]
        [Kind, Form, PreviousTag, NextTag]
        [Kind, SubjectHead]
        [Kind, Reach, Source]
        [Kind, That, Verb]
        [Kind, Form, Verb]
        [Kind, Rest, Tag]
        [Kind, Start]
        [Kind, Outer, Form]
        [Kind, Quotes, Rest]
        [Form, Outer, Tag]
        [Lemma, Length]
        [Kind, Form, Length]
        [Lemma, Length, NextTag];

    /// Decides between the possible sources of a cue.
    Source = "source" decides Source:
        [Rule]
        [Rule, Kind]
        [Rule, Lemma]
        [Rule, Form, Kind]
        [Rule, Form, Source]
        [Rule, Source, SourceLength]
        [Rule, Reach]
        [Rule, NextTag]
        [Rule, TagBefore]
        [Rule, TagAfter]
        [Rule, PreviousTag, Form]
        [Rule, Group]
        [Lemma, Source]
        [Rule, Verb, PreviousTag]
        [Rule, Verb, Rest]
        [Rule, SubjectHead]
        [Rule, Form, TagBefore, Source];

    /// Decides on which side of the cue its content is.
    Frame = "frame" decides Sides:
        [Frame]
        [Frame, Lemma]
        [Frame, Kind, Form]
        [Frame, Next]
        [Frame, NextTag, SecondTag]
        [Frame, NextTag, PreviousTag]
        [Frame, PreviousTag, Rest]
        [Frame, Rest]
        [Frame, Start]
        [Frame, Start, Rest]
        [Frame, Kind, Start, NextTag]
        [Frame, Kind, Rest, PreviousTag]
        [Frame, Place, NextTag]
        [Frame, Place, Kind, PreviousTag]
        [Frame, Verb]
        [Frame, PreviousTag, Verb, Beyond]
        [Frame, PreviousTag, NextTag, Beyond]
        [Frame, Kind, Verb, Beyond]
        [Frame, Form, PreviousTag, Beyond]
        [Frame, Lemma, PreviousTag]
        [Frame, PreviousTag, Opening, Verb]
        [Frame, Kind, Opening, Verb]
        [Frame, Outer, PreviousTag];

    /// Decides where the content after a cue opens.
    Opening = "opening" decides StartAfterCue:
        [Gap]
        [Gap, Lemma]
        [Gap, Kind, Form]
        [Gap, WordTag]
        [Word]
        [Word, Lemma]
        [Word, Gap]
        [WordTag, TagBefore]
        [WordBefore]
        [WordBefore, WordTag]
        [WordBefore, Lemma]
        [That, Gap]
        [That, Word]
        [NextTag, Gap]
        [NextTag, WordTag, Lemma]
        [Next, Gap]
        [TagBefore, TagAfter];

    /// Decides where the content after a cue ends.
    End = "end" decides EndAfterCue:
        [Word]
        [WordTag, TagBefore]
        [Word, TagAfter]
        [Length, WordTag]
        [Length, Place]
        [Beyond, Length]
        [Lemma, WordTag]
        [Lemma, Place]
        [Kind, WordTag, Place]
        [Opening, Word]
        [Opening, Verb, WordTag]
        [Opening, Verb, Length]
        [Verb, WordTag, TagAfter]
        [WordBefore]
        [Word, Beyond]
        [Tag, WordTag]
        [Lemma, Verb]
        [Kind, Verb, WordTag]
        [Kind, Verb, Beyond]
        [Lemma, Verb, Beyond]
        [Source, Word, Beyond]
        [PreviousTag, Word, Beyond]
        [Opening, Verb, Beyond];

    /// Decides where the content before a cue begins.
    Begin = "begin" decides StartBeforeCue:
        [Place]
        [Word]
        [WordBefore]
        [WordTag, TagBefore]
        [Length, TagBefore]
        [Length, Place]
        [Beyond, TagBefore]
        [Kind, TagBefore, Place]
        [WordBefore, WordTag]
        [WordBefore, Verb]
        [TagBefore, Verb]
        [Verb]
        [Frame, TagBefore];
}
