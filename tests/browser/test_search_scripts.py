"""The scripts of the search by themselves: the same words as Python, and answers to queries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise
from generator.search.words import own_first_letters, search_words
from tests.fixtures import FOLDER, Case, read_fixture
from tests.repository import REPOSITORY
from tests.search_corpus import records, whole_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCRIPTS = ("fold", "index", "query", "match", "facets", "excerpt", "engine")
ONE_SEGMENT, A_SEGMENT_A_YEAR = 5_000, 1


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """Return an empty page with the scripts of the search."""
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=REPOSITORY / f"templates/assets/js/search/{name}.js")
    page.evaluate("words => Mujaz.text.setOwnFirstLetters(words)", " ".join(own_first_letters()))
    yield page
    page.close()


def _texts() -> list[str]:
    fixtures = [(FOLDER / name).read_text("utf-8") for name in ("fold.md", "search_words.md")]
    seeds = (REPOSITORY / "content/articles").glob("*.txt")
    odd = ["ﷺ ﷽ ǅ Straße ½ Ⅷ ② 𝔘𝔫𝔦 𐎠𐎡", "a_b _c", "ـــ ّ", "é e\u0301", "ب" * 99, "x" * 99]
    return [*fixtures, *(path.read_text("utf-8") for path in sorted(seeds)), *odd]


def test_browser_and_python_read_every_word_alike(scripts: Page) -> None:
    texts = _texts()
    found = scripts.evaluate(
        """texts => texts.map((text) => Mujaz.text.tokenise(text).map((token) => [
            [...text.slice(0, token.start)].length, [...text.slice(0, token.end)].length,
            token.folded, Mujaz.text.lightStem(token.folded),
            Mujaz.text.searchWords(token.folded).map(({stem, variant}) => [stem, variant])]))""",
        texts,
    )
    expected = [
        [
            [*token, light_stem(token.folded), [list(word) for word in search_words(token.folded)]]
            for token in tokenise(text)
        ]
        for text in texts
    ]
    assert sum(map(len, expected)) > 2_000
    assert found == expected


@pytest.mark.parametrize("name", ["fold.md", "stem.md"])
def test_browser_folds_and_stems_as_the_fixtures_say(scripts: Page, name: str) -> None:
    cases = read_fixture(name)
    given = [case.given for case in cases]
    if name == "fold.md":
        found = scripts.evaluate("texts => texts.map(Mujaz.text.fold)", given)
        assert found == [case.expected for case in cases]
        assert scripts.evaluate("texts => texts.map(Mujaz.text.fold)", found) == found
    else:
        stems = "texts => texts.map((t) => t.split(' ').map(Mujaz.text.lightStem).join(' '))"
        assert scripts.evaluate(stems, given) == [case.expected for case in cases]


@pytest.fixture(scope="module", params=[ONE_SEGMENT, A_SEGMENT_A_YEAR], ids=["one", "by-year"])
def engine(scripts: Page, request: pytest.FixtureRequest) -> Page:
    """Return the page with an engine over the index of the corpus, in one segment or several."""
    files = whole_index(records(), segment_limit=request.param)
    data = {path[7:-3]: _data(content) for path, content in files.items()}
    scripts.evaluate(
        """files => {
            const load = async (name) => structuredClone(files[name]);
            window.engine = Mujaz.engine.createEngine(Mujaz.index.keepIndex(load));
        }""",
        data,
    )
    return scripts


def _data(content: bytes) -> Any:
    text = content.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


@pytest.mark.parametrize("case", read_fixture("search_queries.md"), ids=str)
def test_query(engine: Page, case: Case) -> None:
    query, *lines = case.given.split("\n")
    answer = engine.evaluate(
        "([query, options]) => window.engine.search(query, options)", [query, _options(lines)]
    )
    assert "\n".join(_shown(answer)) == case.expected


def _options(lines: list[str]) -> dict[str, Any]:
    values = dict(line.partition(" ")[::2] for line in lines)
    filters: dict[str, Any] = {key: values[key] for key in ("kind", "from", "to") if key in values}
    for one, several in (("topic", "topics"), ("source", "sources")):
        filters[several] = [values[one]] if one in values else []
    return {
        "language": values.get("language", "ar"),
        "typing": "typing" in values,
        "sort": values.get("sort", "relevance"),
        "filters": filters,
    }


def _shown(answer: dict[str, Any] | None) -> Iterator[str]:
    if answer is None:
        yield "nothing asked"
        return
    hits = answer["entities"] + answer["articles"]
    if not answer["complete"] and hits:
        yield "incomplete"
    for remark in ("missing", "similar"):
        if answer[remark]:
            yield f"{remark} {' '.join(answer[remark])}"
    for topic in answer["understood"]:
        yield f"understood {topic['typed']}: {topic['topic']['key'].removeprefix('topics/')}"
    for hit in hits:
        excerpt = hit["excerpt"]
        yield f"{hit['key']}: {_marked(excerpt)}" if excerpt else hit["key"]
    assert answer["total"] == len(answer["articles"])


def _marked(excerpt: dict[str, Any]) -> str:
    text = excerpt["text"]
    for start, end in reversed(excerpt["marks"]):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return str(text)


def test_facets_count_what_each_choice_would_leave(engine: Page) -> None:
    options = {"language": "en", "filters": {"sources": ["agency"]}}
    answer = engine.evaluate("(options) => window.engine.search('العقوبات', options)", options)
    counts = {
        name: {choice["name"]: choice["count"] for choice in choices}
        for name, choices in answer["facets"].items()
    }
    assert counts["sources"] == {"Dawn Agency": 1, "The Harbour": 1}
    assert counts["topics"] == {"Bushehr": 1}
    assert counts["months"] == {"2025-02": 1}
    assert counts["kinds"] == {"article": 1}


def test_a_result_leads_to_its_sentence(engine: Page) -> None:
    answer = engine.evaluate("""() => window.engine.search("التجارة", {language: "ar"})""")
    assert answer["articles"][0]["url"] == "ar/articles/visit/#ar-2"


def test_a_new_deploy_is_noticed_and_nothing_is_mixed(scripts: Page) -> None:
    """The old start file is still cached, but the files it names are gone."""
    old, new = (
        {path[7:-3]: _data(content) for path, content in whole_index(found, {}).items()}
        for found in (records()[:2], records())
    )
    asked = scripts.evaluate(
        """async ([old, files]) => {
            const asked = [];
            const load = async (name, fresh) => {
                asked.push(fresh ? name + "!" : name);
                if (name === "start") return structuredClone(fresh ? files.start : old.start);
                if (!(name in files)) throw new Mujaz.index.LoadError(name);
                return structuredClone(files[name]);
            };
            const engine = Mujaz.engine.createEngine(Mujaz.index.keepIndex(load));
            const answer = await engine.search("الحصاد", {language: "ar"});
            return [answer.total, asked.filter((name) => name.startsWith("start"))];
        }""",
        [old, new],
    )
    assert asked == [1, ["start", "start!"]]


def test_a_file_that_cannot_be_loaded_is_an_error_and_can_be_tried_again(scripts: Page) -> None:
    data = {path[7:-3]: _data(content) for path, content in whole_index(records()).items()}
    outcome = scripts.evaluate(
        """async (files) => {
            let offline = true;
            const load = async (name) => {
                if (offline && name.startsWith("t/")) throw new Mujaz.index.LoadError(name);
                return structuredClone(files[name]);
            };
            const engine = Mujaz.engine.createEngine(Mujaz.index.keepIndex(load));
            const search = () => engine.search("الحصاد", {language: "ar"});
            const first = await search().catch((error) => error.name);
            offline = false;
            return [first, (await search()).total];
        }""",
        data,
    )
    assert outcome == ["LoadError", 1]
