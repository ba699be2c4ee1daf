"""Citations with full-width punctuation."""

from collections.abc import Callable

import pytest

from awesome_rnn_kg.read.document import Document
from awesome_rnn_kg.read.namewords import is_name

from .test_styles import NETS, P, Seen, T, seen

LABELLED = (("pdf", P),)
STYLES = {
    f"《{NETS}》，Ann Bee，Cid Dee，2019。[pdf]({P})": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("", 2019),), links=LABELLED
    ),
    "张三，李四。会眠的网。中文学报，2018，32（5）：12-20。": Seen(
        "会眠的网", ("张三", "李四"), venues=(("中文学报", 2018),)
    ),
    f"Bee A.，Dee C.。{NETS}。ICML 2018。[pdf]({P})": Seen(
        NETS, ("A. Bee", "C. Dee"), venues=(("ICML", 2018),), links=LABELLED
    ),
    f"{NETS}（Ann Bee，Cid Dee，2019）[pdf]({P})": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("", 2019),), links=LABELLED
    ),
    f"{NETS} (Ann Bee, Cid Dee, 2019) [pdf]({P})": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("", 2019),), links=LABELLED
    ),
    f"[{NETS}]({T})（ICML 2020）：一种新的东西。": Seen(
        NETS, venues=(("ICML", 2020),), links=((NETS, T),), description="一种新的东西。"
    ),
    f"[{NETS}]({T})，作者：Ann Bee、Cid Dee，ICML 2019": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("ICML", 2019),), links=((NETS, T),)
    ),
    f"**{NETS}**. Authors: Ann Bee, Cid Dee. Venue: ICML 2015. [pdf]({P})": Seen(
        NETS, ("Ann Bee", "Cid Dee"), venues=(("ICML", 2015),), links=LABELLED
    ),
    "李航. 会眠的网. 大学出版社, 2012.": Seen(
        "会眠的网", ("李航",), venues=(("大学出版社", 2012),)
    ),
}


@pytest.mark.parametrize("bullet", STYLES)
def test_a_bullet_in_this_style(document: Callable[[str], Document], bullet: str) -> None:
    (mention,) = document(f"# L\n\n- {bullet}\n").nodes[0].mentions
    assert seen(mention) == STYLES[bullet]


@pytest.mark.parametrize("text", ["张三", "王小明", "欧阳小明", "司马光", "山田ゆうこ", "김민수"])
def test_names_without_case(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["新方法", "机器学习", "一种新的方法", "论文", "代码"])
def test_words_without_case(text: str) -> None:
    assert not is_name(text)
