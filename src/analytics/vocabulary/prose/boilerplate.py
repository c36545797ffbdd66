"""What every report says because the form, the law and the season say it: it makes no two reports alike.

Official names of the Regulation, the notices and the form, the opening and closing sentences that the form's notice
brings with it, and set phrases of the reports' years. Blanks and figures stand nowhere in it: texts are compared by
their characters alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from analytics.vocabulary import form

_SENTENCES = (
    "本报告根据中华人民共和国政府信息公开条例以下简称条例要求编制",
    "根据中华人民共和国政府信息公开条例和国务院办公厅政府信息与政务公开办公室关于印发中华人民共和国政府信息公开工作年度报告格式的通知要求",
    "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知国办公开办函号",
    "国办公开办函号要求编制现公布年度政府信息公开工作年度报告",
    "中华人民共和国国务院令第号中华人民共和国政府信息公开条例第五十条规定",
    "全文包括总体情况主动公开政府信息情况收到和处理政府信息公开申请情况政府信息公开行政复议行政诉讼情况存在的主要问题及改进情况其他需要报告的事项六个部分",
    "因政府信息公开工作被申请行政复议提起行政诉讼情况政府信息公开工作存在的主要问题及改进情况以及其他需要报告的事项",
    "本报告由总体情况主动公开政府信息情况收到和处理政府信息公开申请情况政府信息公开行政复议行政诉讼情况存在的主要问题及改进情况其他需要报告的事项等六部分组成",
    "本报告中所列数据的统计期限自年月日起至年月日止",
    "本年度报告中所列数据的统计期限从年月日到年月日止",
    "报告所列数据统计期限为年月日至年月日",
    "本报告的电子版可在人民政府门户网站政府信息公开专栏下载",
    "如对本报告有任何疑问请与人民政府办公室联系地址邮编电话电子邮箱",
    "本年度报告电子版可从门户网站下载如对报告有疑问请联系",
    "坚持以习近平新时代中国特色社会主义思想为指导深入贯彻落实党的十九大精神和十九届二中三中四中五中六中全会精神",
    "坚持以习近平新时代中国特色社会主义思想为指导全面贯彻落实党的二十大精神和二十届二中三中全会精神",
    "认真贯彻落实中华人民共和国政府信息公开条例和国家省市关于政府信息公开工作的要求",
    "认真落实党中央国务院关于全面推进政务公开工作的决策部署和省委省政府市委市政府县委县政府的工作要求",
    "坚持以公开为常态不公开为例外的原则",
    "切实保障人民群众的知情权参与权表达权和监督权",
    "以公开促落实以公开促规范以公开促服务",
    "本年度未发生因政府信息公开申请行政复议提起行政诉讼的情况",
    "按照政府信息公开信息处理费管理办法本年度没有收取信息处理费",
    "严格落实三审三校制度做到先审后发",
    "没有其他需要报告的事项",
)


def list_boilerplate() -> Iterator[str]:
    """Stretches of text that are nobody's own: the sentences above and the labels of the form."""
    yield from _SENTENCES
    yield from {cell.line.label for cell in form.list_cells()}
