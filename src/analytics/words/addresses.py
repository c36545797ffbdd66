"""Sentences of addresses that lead nowhere, of data links that ask for what is not there, and of a page that failed."""

SENTENCES: dict[str, tuple[str, str]] = {
    "paths.title": ("没有这一页", "There is no such page"),
    "paths.unknown": (
        "{path} 不是县镜的页面：网址可能抄错了，或者少了一段。数据没有问题，请从下面的页面继续。",
        "{path} is no page of CountyScope: the address may be mistyped or cut short. Nothing is wrong with the data; go on from one of these pages.",
    ),
    "paths.kept": (
        "网址里其余的选择（指标、机关、年份等）会带到所选的页面。",
        "What else the address asks for (measures, agencies, years) goes along to the page that you choose.",
    ),
    "page.failed": (
        "这一页没能显示完：程序出了意料之外的错误（{kind}）。数据没有受损。请重新载入页面，或换一个选择再试；如果仍然出现，请连同编号 {mark} 反映，运行服务的窗口（日志）中同一编号处有详细记录。",
        "This page could not be shown whole: the program met an error that was not foreseen ({kind}). The data are unharmed. Reload the page or choose something else; if it happens again, report it with the mark {mark}, under which the log of the server (the window it runs in) has the full account.",
    ),
    "error.data_parameter": (
        "数据链接没有 {parameter} 这个参数。可用的有：{known}。",
        "{parameter} is no parameter of data links. They take {known}.",
    ),
    "error.data_empty": (
        "参数 {parameter} 没有值。请写明取值，或去掉这个参数。",
        "The parameter {parameter} has no value. Give it one, or leave it out.",
    ),
    "error.data_path": (
        "{path} 处没有数据。数据链接的写法是 /data/rows.格式，格式有：{known}。",
        "There are no data at {path}. A data link is /data/rows. and a format, one of {known}.",
    ),
    "error.years_backwards": (
        "起止年份颠倒：from={first} 在 to={last} 之后。请对调。",
        "The years run backwards: from={first} is after to={last}. Exchange them.",
    ),
    "error.year_outside": (
        "{years} 年不在这套数据之内：数据从 {low} 年到 {high} 年。请改选年份。",
        "This collection has nothing of {years}: it goes from {low} to {high}. Choose other years.",
    ),
    "error.years_outside": (
        "{asked} 之内没有任何年份：这套数据从 {low} 年到 {high} 年。请改选年份。",
        "{asked} leaves no year: this collection goes from {low} to {high}. Choose other years.",
    ),
    "error.build_other": (
        "现有数据是版本 {now}，不是 build={build}。去掉 build 参数即取现有数据；旧版本的数据不再提供。",
        "The data held are of build {now}, not of build={build}. Leave out build to get them; data of other builds are not given.",
    ),
    "error.unknown_option": (
        "{option} 不能是“{value}”。可用的有：{known}。",
        "{option} cannot be “{value}”. Use one of {known}.",
    ),
}
