//! The languages, one a row: each is compiled from the data files in the folder of its name.
//!
//! The build script includes this file and reads the rows as data, so it holds nothing but the declaration. A language
//! without models of its own uses those of the first row.

languages! {
    /// English.
    pub english;

    /// A few words of Spanish, for tests.
    #[cfg(test)]
    pub(crate) spanish;

    /// A few words of Portuguese, for tests.
    #[cfg(test)]
    pub(crate) portuguese;
}
