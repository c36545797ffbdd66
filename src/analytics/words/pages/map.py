"""The map."""

SENTENCES: dict[str, tuple[str, str]] = {
    "map.title": ("地图", "Map"),
    "map.view": ("图形", "Drawn as"),
    "map.view.shapes": ("实际形状", "shapes"),
    "map.view.tiles": ("等大方格", "equal tiles"),
    "map.of": ("{group}：{count} 个机关，{year}年。", "{group}: {count} {count:agency|agencies}, {year}."),
    "map.fictional": (
        "虚构的地方没有地理图形，以下用方格表示，一地一格。",
        "Fictional places have no shapes on a map; each is a tile below.",
    ),
    "map.no_level": (
        "未收录乡镇、街道和开发区的图形，以下用方格表示。",
        "There are no shapes for townships, subdistricts and zones; each is a tile below.",
    ),
    "map.doubles": (
        "所选机关中有的同在一地，一个图形无法分别表示，以下用方格表示，一个机关一格。",
        "Several of these agencies are in the same place, which one shape cannot show; each is a tile below.",
    ),
    "map.tiles_note": (
        "一地一格，大小相同，仅示大致方位，不代表形状和面积。方格按行政区划代码排列。",
        "One tile per place, all the same size: they show rough position, not shape or area. Tiles are in order of division codes.",
    ),
    "map.classes": (
        "{count} 级，各年级界相同：历年全部数值分为个数大致相等的几级，级界为该级历年的最小值和最大值",
        "{count} {count:class|classes}, the same in every year: about as many values of all years in each, limits are the lowest and highest of them",
    ),
    "map.symbols": (
        "圆的面积与数值成正比，各年比例相同；图下最大的圆为历年最大值",
        "The area of a circle is proportional to the value, on one scale for every year: the largest circle below is the highest of all years",
    ),
    "map.class": ("{low}—{high}（{count}）", "{low} to {high} ({count})"),
    "map.class_one": ("{low}（{count}）", "{low} ({count})"),
    "map.state.value": ("圆：有数值（{count}）", "circle: a value ({count})"),
    "map.state.small": ("斜线：基数小于10（{count}）", "hatched: base under 10 ({count})"),
    "map.state.stated": (
        "由其他年度的报告载明，或取自正文（{count}）",
        "stated in another year’s report or only in prose ({count})",
    ),
    "map.state.zero": ("小圆圈：零（{count}）", "small ring: zero ({count})"),
    "map.state.negative": ("负数，空心（{count}）", "negative, hollow ({count})"),
    "map.state.not_on_form": ("该版表格无此项（{count}）", "not on this edition of the form ({count})"),
    "map.state.no_figure": ("报告中没有可用数字（{count}）", "no usable figure in the report ({count})"),
    "map.state.no_report": ("未收录报告（{count}）", "no report in the collection ({count})"),
    "map.unlisted": ("不在该级区划名单中", "not on the list of this level"),
    "map.boundary": ("境界线", "boundary lines"),
    "map.nothing": ("该地区没有这类机关。", "There is no such agency in this area."),
    "map.no_shape": (
        "{count} 个地方没有图形，未能画出：{names}。数据见下表。",
        "{count} {count:place has no shape and is|places have no shape and are} not drawn: {names}. The figures are in the table below.",
    ),
    "map.strange": (
        "{count} 个图形不在 2026 年{level}区划名单中，以十字纹表示：{names}。",
        "{count} {count:shape is|shapes are} not in the {level} list of 2026 and {count:is|are} drawn with crosses: {names}.",
    ),
    "map.and_more": ("等", " and others"),
    "map.origin": (
        "图形：{package}，未注明审图号<br>简化改绘，未经审核；公开发表前须依规送审",
        "Shapes: {package}, no map approval number stated<br>Redrawn, not reviewed: check requirements before publishing",
    ),
    "map.source": (
        "图形来源：PyPI 软件包 {package}，按等积圆锥投影绘制，边界经简化。软件包未注明审图号；图形与境界线同国家地理信息公共服务平台（天地图）2024 年公布的省市县矢量数据相符，后者所标审图号为 {approval}，这一对应系推断，简化改绘后的地图未经审核。公开发表地图前，请自行按规定核对并办理地图审核。",
        "Shapes: PyPI package {package}, drawn in an equal-area conic projection with simplified borders. The package states no map approval number (审图号). Its shapes and boundary lines match the vector data that the national platform Tianditu published in 2024 under {approval}. That match is inferred, and this redrawn map has not been reviewed. Check the approval requirements before you publish a map.",
    ),
}
