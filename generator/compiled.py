"""Templates as Jinja compiles them, kept where Python keeps its own compiled code.

To compile all templates takes as long as to render thirty pages. Those that are installed, Mujaz'
and the theme's, lie on the disk in the package's ``__pycache__``: whoever can write there can put
code into the program anyway. That is not true of the project's cache, which CI hands from one run
to the next. A project's own templates are kept while the process lives.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator.config import shipped_templates

if TYPE_CHECKING:
    from jinja2 import Environment

_DIGEST: Final = sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """Compiled templates by text, name, and whatever else the code depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        packages = Path(jinja2.__file__).parent.parent
        self._installed = tuple(f"{root}{os.sep}" for root in (shipped_templates(), packages))
        self._codes: dict[tuple[str, str], Any] = {}
        self._lasting: set[str] = set()

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return the place of a template's code, filled where there is code."""
        settings = (
            jinja2.__version__,
            sorted(environment.extensions),
            environment.autoescape is True,
            environment.trim_blocks,
            environment.lstrip_blocks,
        )
        key = self.get_cache_key(f"{name}{settings}", filename)
        if (filename or "").startswith(self._installed):
            self._lasting.add(key)
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, where its template has been compiled as it stands."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if bucket.code is None and bucket.key in self._lasting:
            with suppress(OSError):
                data = self._path(bucket).read_bytes()
                if data[:_DIGEST] == sha256(data[_DIGEST:]).digest():  # else damaged
                    bucket.bytecode_from_string(data[_DIGEST:])
            self._codes[bucket.key, bucket.checksum] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template; where it can't be written, for this process only."""
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if bucket.key not in self._lasting:
            return
        data = bucket.bytecode_to_string()
        half = self._path(bucket).with_suffix(f".{token_hex(8)}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                half.write_bytes(sha256(data).digest() + data)
                half.replace(self._path(bucket))
            finally:
                half.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}.bin"


COMPILED: Final = CompiledTemplates(Path(cache_from_source(__file__)).parent)
"""The one of this process."""
