//! Reads inputs: plain, or compressed by gzip or zstd. Names those that are no texts.

use std::fs::File;
use std::io::{self, BufReader, Chain, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use records::DEFAULT_MAX_LINE;
use whosaid_results::spreadsheet::UTF8_MARK;

/// The path that means standard input.
pub const STANDARD_INPUT: &str = "-";

const GZIP: &[u8] = &[0x1F, 0x8B];
const ZSTD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];

/// The first bytes of files that are no texts, with what they are.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF file, not a text"),
    (b"PK\x03\x04", "a ZIP, Word, Excel or EPUB file, not a text"),
    (&[0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file, not a text"),
    (b"{\\rtf", "an RTF file, not a plain text"),
    (&[0xFF, 0xFE], "a text in UTF-16, not in UTF-8"),
    (&[0xFE, 0xFF], "a text in UTF-16, not in UTF-8"),
    (b"\x89PNG", "a picture, not a text"),
    (&[0xFF, 0xD8, 0xFF], "a picture, not a text"),
    (b"GIF8", "a picture, not a text"),
    (b"PAR1", "a Parquet file, not a text"),
    (b"SQLite format 3", "an SQLite database, not a text"),
    (b"BZh", "compressed by bzip2: only gzip and zstd are read"),
    (&[0xFD, b'7', b'z', b'X', b'Z', 0], "compressed by xz: only gzip and zstd are read"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z file, not a text"),
];

/// The longest start of a file that is compared, and what [`Opened::start`] offers.
const START_BYTES: usize = 4096;

type Again<R> = Chain<Cursor<Vec<u8>>, R>;

/// An input that is open and decompressed.
pub struct Opened {
    pub reader: Box<dyn Read + Send>,
    /// Its first bytes, which the reader will give as well.
    pub start: Vec<u8>,
    pub is_compressed: bool,
}

/// Opens a file, or standard input for "-".
pub fn open(path: &Path) -> io::Result<Opened> {
    if path == Path::new(STANDARD_INPUT) {
        return opened(io::stdin());
    }
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::Error::other("a folder, not a file"));
    }
    opened(file)
}

/// Decompresses the input if it is compressed.
fn opened(input: impl Read + Send + 'static) -> io::Result<Opened> {
    let (start, input) = started(input)?;
    let input: Box<dyn Read + Send> = if start.starts_with(GZIP) {
        Box::new(MultiGzDecoder::new(BufReader::new(input)))
    } else if start.starts_with(ZSTD) {
        Box::new(zstd::Decoder::new(input)?)
    } else {
        check(&start)?;
        return Ok(Opened { reader: Box::new(input), start, is_compressed: false });
    };
    let (start, input) = started(input)?;
    check(&start)?;
    Ok(Opened { reader: Box::new(input), start, is_compressed: true })
}

/// Reads the start of an input, and returns a reader that gives it again.
fn started<R: Read>(mut input: R) -> io::Result<(Vec<u8>, Again<R>)> {
    let mut start = Vec::new();
    // A line from a terminal or a pipe is enough; more would wait for the next one.
    while start.len() < START_BYTES && !start.contains(&b'\n') {
        let mut buffer = [0; START_BYTES];
        let read = match input.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        start.extend_from_slice(buffer.get(..read).unwrap_or_default());
    }
    Ok((start.clone(), Cursor::new(start).chain(input)))
}

fn check(start: &[u8]) -> io::Result<()> {
    match OTHERS.iter().find(|(first, _)| start.starts_with(first)) {
        Some((_, what)) => Err(io::Error::other(*what)),
        None => Ok(()),
    }
}

/// Reads a list, as of speakers or cues, without the byte order mark that some editors write.
pub fn read_list(path: &Path) -> io::Result<String> {
    let list = read_text(path, DEFAULT_MAX_LINE)?;
    Ok(list.strip_prefix(UTF8_MARK).map(str::to_owned).unwrap_or(list))
}

/// Reads a whole text of at most this many bytes.
pub fn read_text(path: &Path, max_bytes: usize) -> io::Result<String> {
    let mut bytes = Vec::new();
    let limit = (max_bytes as u64).saturating_add(1);
    open(path)?.reader.take(limit).read_to_end(&mut bytes)?;
    if bytes.len() > max_bytes {
        return Err(io::Error::other(format!("longer than {max_bytes} bytes")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to() + 1;
        io::Error::other(format!("not UTF-8 at byte {place}"))
    })
}
