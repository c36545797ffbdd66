"""Sentences of a path that is no page, and of a page that failed."""

SENTENCES: dict[str, tuple[str, str]] = {
    "paths.title": ("没有这一页", "There is no such page"),
    "paths.unknown": (
        "{path} 不是县镜的页面：网址可能抄错了，或者少了一段。数据没有问题，请从下面的页面继续。",
        "{path} is no page of CountyScope: the address may be mistyped or cut short. Nothing is wrong with the data; go on from one of these pages.",
    ),
    "paths.kept": (
        "网址里其余的选择（指标、机关、年份等）会带到所选的页面。",
        "What else the address asks for (measures, organs, years) goes along to the page that you choose.",
    ),
}
