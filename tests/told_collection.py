"""A fictional collection whose reports have prose: what each says, repeats and shares is planted."""

from __future__ import annotations

import re
from pathlib import Path

from analytics.ingest.pipeline import ingest
from analytics.settings import Settings
from analytics.simulate.collection import Format, Plan, write

COPIED = (
    "围绕群众最关心的教育医疗养老托育就业创业等民生事项逐项编制办事指南并张贴到村民活动广场和社区服务大厅让老百姓一看就懂一问就会一次办成",
    "组织志愿者走进乡镇集市和田间地头宣讲惠农补贴申领流程同步录制方言短视频在村级广播循环播放累计惠及留守老人和外出务工家庭",
)
"""Two sentences that the first counties print alike."""
_WORK = (
    "（一）主动公开。{year}年，通过门户网站主动公开政府信息{items}条，发布政策解读材料{readings}条，召开新闻发布会{meetings}场。解读材料与文件同步起草、同步发布，负责人解读占比进一步提高。",
    "（二）依申请公开。规范申请登记、受理、补正、答复各环节，依申请公开答复均经合法性审查，按期送达。全年收到申请{requests}件。",
    "（三）政府信息管理。严格执行三审三校，公开前逐件开展保密审查，在拟制公文时明确公开属性并动态调整。清理失效规范性文件{cleared}件。",
    "（四）平台建设。依托政府网站集约化平台，整合政务新媒体账号，开通12345热线直播间，设立政务公开专区{zones}个。",
    "（五）监督保障。组织业务培训{training}次，将政务公开纳入年度绩效考核，按季度通报检查结果，并督促整改。未发生责任追究情况。",
)
_PROBLEMS = ("政策解读形式单一", "基层业务培训不够深入", "信息更新不够及时", "政务新媒体互动较少", "部门之间协同不足")
_MEASURES = (
    "开展“政策面对面”宣讲，邀请业务骨干录制图文解读短视频", "举办镇街信息员轮训班，编印公开实务案例手册",
    "建立栏目更新台账，按月提醒责任科室补录信息", "开设网上问政直播间，逐条回复留言咨询", "成立跨部门公开会商小组，联合编制目录清单",
)  # fmt: skip


def write_section_one(county: int, year: int) -> str:
    """What a county says it did: the number of parts grows, and the first counties share what is in ``COPIED``."""
    numbers = {
        "year": year, "items": 1000 + 37 * county + 90 * (year - 2020), "readings": 12 + county, "meetings": 2 + county % 4,
        "requests": 40 + 3 * county, "cleared": 5 + county, "zones": 3 + county % 3, "training": 1 + (county + year) % 4,
    }  # fmt: skip
    parts = [part.format(**numbers) for at, part in enumerate(_WORK) if (county + at + year) % 7]
    local = f"{'甲乙丙丁戊己庚辛壬癸子丑'[county % 12]}县结合本地{'茶叶水稻渔业果蔬林下旅游制造物流文创康养光伏牧业'[2 * (county % 12) :][:2]}产业，推出第{year - 2018}期惠企政策清单，由镇街公开专员逐户送达企业负责人手中并现场答疑。"
    shared = [sentence + "。" for at, sentence in enumerate(COPIED) if county < 6 - at]
    return "\n".join(["一、总体情况", *parts, local, *shared, ""])


def write_section_five(county: int, year: int) -> str:
    """Two problems, one of them last year's as well, and what is promised for each."""
    first, second = county % 5, (county + year) % 5
    named = list(dict.fromkeys((first, second)))
    problems = "；".join(f"{'一二'[at]}是{_PROBLEMS[problem]}" for at, problem in enumerate(named))
    measures = "".join(f"{'一二'[at]}是{_MEASURES[problem]}。" for at, problem in enumerate(named))
    return f"五、存在的主要问题及改进情况\n存在问题：{problems}。\n下一步，{measures}\n六、其他需要报告的事项\n无。\n"


def rewrite_report(path: Path, county: int) -> None:
    """Give a simulated report prose; a county says next year that it did what it promised first."""
    text = path.read_text("utf-8")
    year = int(re.search(r"(\d{4})年政府信息公开", text)[1])  # type: ignore[index]
    section = write_section_one(county, year)
    if county % 2 and year > 2021:
        section += f"针对上年问题，{_MEASURES[county % 5]}。\n"
    text = re.sub(r"一、总体情况\n.*?\n(?=二、)", lambda _: section, text, count=1, flags=re.DOTALL)
    text = re.sub(r"五、存在的主要问题及改进情况.*", lambda _: write_section_five(county, year), text, flags=re.DOTALL)
    path.write_text(text, "utf-8")


def build_told_collection(folder: Path, counties: int = 12) -> Settings:
    """Fictional counties from 2021 to 2023 whose reports have prose, ingested below a new folder."""
    write(folder, Plan(counties, 2021, 2023, formats=(Format.TXT,), damage=0, errors=0))
    files = sorted((folder / "raw").rglob("*.txt"))
    places = sorted({path.stem.rsplit("_", 1)[0] for path in files})
    for path in files:
        rewrite_report(path, places.index(path.stem.rsplit("_", 1)[0]))
    settings = Settings(raw=folder / "raw", warehouse=folder / "warehouse")
    ingest(settings)
    return settings
