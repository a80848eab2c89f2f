"""Which provider translates, and how it is reached: by the command, the environment, mkdocs.yml.

The key is in the environment only. A project may name an address, and a project may be a
stranger's: a key goes to an address that the environment names as well, and never unencrypted to
another machine.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, get_args, get_type_hints
from urllib.parse import urlsplit

from generator.errors import UsageError, printable
from generator.load.refused import quoted
from generator.load.schema import is_web_address
from generator.load.suggest import did_you_mean
from generator.translate.argos import Argos
from generator.translate.http_post import Poster, is_this_machine
from generator.translate.memory import MemoryOnly
from generator.translate.openai import OpenAI

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.translate.provider import Provider

PROVIDERS: Final = ("argos", "openai", "memory")
URL: Final = "MUJAZ_TRANSLATE_URL"
MODEL: Final = "MUJAZ_TRANSLATE_MODEL"
KEY: Final = "MUJAZ_TRANSLATE_KEY"
"""Variables of the environment."""


@dataclass(frozen=True, slots=True)
class Options:
    """What ``mkdocs.yml`` says under ``translate`` of the plugin ``mujaz``."""

    provider: str | None = None
    """One of :data:`PROVIDERS`."""
    url: str | None = None
    """Of ``openai``: where its interface begins, such as ``http://127.0.0.1:11434/v1``."""
    model: str | None = None
    """Of ``openai``: the model's name there."""
    seconds: float = 120.0
    """Longest that one request may take."""
    per_minute: float = 0.0
    """Most requests in a minute; 0 sets no bound."""


def read_options(given: Mapping[str, Any]) -> Options:
    """Return the options that ``mkdocs.yml`` gives.

    Raises UsageError where one is unknown or of another type.
    """
    hints = get_type_hints(Options)
    names = [field.name for field in fields(Options)]
    for name, value in given.items():
        where = f"mkdocs.yml: `translate.{printable(str(name))}` of the plugin `mujaz`"
        if name == "key":
            raise UsageError(f"{where} must not be in a file. Give the key as {KEY}, and only so.")
        if name not in names:
            raise UsageError(f"{where} is no option. {did_you_mean(str(name), names, '')}".strip())
        if hints[name] is float:
            good = isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
            good = good and (value > 0 or name != "seconds")
        else:
            good = value is None or isinstance(value, get_args(hints[name]))
        if not good:
            raise UsageError(f"{where} can't be {quoted(str(value))}.")
    return Options(**given)


def make_provider(name: str | None, options: Options, environment: Mapping[str, str]) -> Provider:
    """Return the provider ``name``, or the one that the options name.

    Raises UsageError where it is unknown or lacks something, ProviderError where it isn't there.
    """
    wanted = name or options.provider
    if wanted is None:
        raise UsageError(
            f"Nobody is named to translate: give --provider with {', '.join(PROVIDERS)}, or "
            "`translate: {provider: …}` under the plugin `mujaz` in mkdocs.yml."
        )
    if wanted == "argos":
        return Argos()
    if wanted == "memory":
        return MemoryOnly()
    if wanted == "openai":
        return _openai(options, environment)
    raise UsageError(
        f"There is no provider {quoted(wanted)}. "
        + did_you_mean(wanted, PROVIDERS, f"There are {', '.join(PROVIDERS)}.")
    )


def _openai(options: Options, environment: Mapping[str, str]) -> Provider:
    own = environment.get(URL)
    options = replace(
        options, url=own or options.url, model=environment.get(MODEL) or options.model
    )
    url, model = options.url, options.model
    if not url or not model:
        missing = (URL, "url") if not url else (MODEL, "model")
        raise UsageError(
            f"openai: set {missing[0]}, or `translate: {{{missing[1]}: …}}` under the plugin "
            "`mujaz` in mkdocs.yml."
        )
    if not is_web_address(url) or urlsplit(url).fragment:
        raise UsageError(f"openai: {quoted(url)} is no web address. Write it whole: https://…/v1")
    key = environment.get(KEY, "").strip()
    if key:
        _check_key(key, url, named=own is not None)
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    poster = Poster(
        f"{url.rstrip('/')}/chat/completions",
        headers | ({"Authorization": f"Bearer {key}"} if key else {}),
        seconds=options.seconds,
        pause=60 / options.per_minute if options.per_minute else 0.0,
    )
    return OpenAI(poster, " ".join(model.split()), key)


def _check_key(key: str, url: str, *, named: bool) -> None:
    """Raise UsageError where the key must not be sent there."""
    parts = urlsplit(url)
    if not named:
        raise UsageError(
            f"openai: the address is the project's, and the key yours. If {KEY} is meant for "
            f"{parts.hostname}, set {URL} as well; else unset it."
        )
    if parts.scheme != "https" and not is_this_machine(parts.hostname or ""):
        raise UsageError(f"openai: {KEY} is not sent unencrypted. Use https:// in {URL}.")
    if not (key.isascii() and key.isprintable() and " " not in key):
        raise UsageError(f"openai: {KEY} holds characters that no key has. Set it anew.")
