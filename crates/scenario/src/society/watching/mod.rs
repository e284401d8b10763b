//! The watching side of a society file: channels, recognition of faces, joined files, attention, an office's
//! files.

pub(super) mod attention;
pub(super) mod channels;
pub(super) mod identification;
pub(super) mod joined_files;
pub(super) mod office_file;

pub use attention::AttentionFile;
pub use channels::{ChannelFile, Covers};
pub use identification::IdentificationFile;
pub use joined_files::JoinedFilesFile;
pub use office_file::OfficeFileFile;
