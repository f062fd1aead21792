//! Reading a picture from its beginning to its end, without ever looking past it.

/// What is left of the bytes.
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// The next bytes, if there are so many.
    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next bytes, as many as the array has.
    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    /// Everything up to the first place where the rest fulfils the condition, or `None` where it never does.
    pub(super) fn until(&mut self, found: impl Fn(&[u8]) -> bool) -> Option<&'b [u8]> {
        let at = (0..self.0.len()).find(|at| self.0.get(*at..).is_some_and(&found))?;
        self.take(at)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
