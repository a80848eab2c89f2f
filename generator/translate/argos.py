"""Argos Translate: translates on this machine, with a model that it must have already.

https://argos-translate.readthedocs.io/en/latest/source/argostranslate.html
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from generator.translate.provider import AnswerError, ProviderError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Argos:
    """The provider ``argos``."""

    name = "argos"

    def __init__(self) -> None:
        """Load the model.

        Raises ProviderError where Argos Translate or its model from Arabic to English is missing.
        """
        try:
            library: Any = importlib.import_module("argostranslate.translate")
        except ImportError as error:
            raise ProviderError(
                "Argos Translate is not installed. Run `pip install argostranslate`."
            ) from error
        languages = {language.code: language for language in library.get_installed_languages()}
        arabic, english = languages.get("ar"), languages.get("en")
        model = arabic.get_translation(english) if arabic and english else None
        if model is None:
            raise ProviderError(
                "Argos Translate has no model from Arabic to English. "
                "Run `argospm install translate-ar_en`."
            )
        self._model = model

    def translate(self, sentences: Sequence[str], names: Mapping[str, str]) -> Sequence[str]:  # noqa: ARG002 - it takes none
        """Return the English of each sentence, each translated on its own."""
        return [self._translated(sentence) for sentence in sentences]

    def _translated(self, sentence: str) -> str:
        try:
            return str(self._model.translate(sentence))
        except Exception as error:  # it runs models of several libraries, each with its own
            raise AnswerError(f"Argos Translate fails ({type(error).__name__})") from error
