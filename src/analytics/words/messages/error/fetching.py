"""Errors of addresses that are fetched: refused, unreachable, or without a document."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.url_unusable": (
        "网址“{url}”无法使用：只支持 http 和 https 地址，且不带用户名和密码。请更正。",
        "The address “{url}” cannot be used: only http and https addresses without a user name are supported. Correct it.",
    ),
    "error.host_unknown": (
        "找不到网站 {host}。请检查网址是否拼写正确、网络是否连通。",
        "The site {host} cannot be found. Check the spelling of the address and the network connection.",
    ),
    "error.host_not_public": (
        "{host} 指向内部地址 {machine}，未访问。确属可信的内部网站时，请用 --allow-host {host} 许可。",
        "{host} was not contacted: it leads to the private address {machine}. If it is a site of your own network that you trust, allow it with --allow-host {host}.",
    ),
    "error.robots_forbid": (
        "{host} 的 robots.txt 不允许读取 {url}，未下载。请在浏览器中手动下载，或征得网站同意。",
        "{url} was not downloaded: the robots.txt of {host} forbids it. Download it by hand in a browser, or ask the site for permission.",
    ),
    "error.robots_away": (
        "{host} 的 robots.txt 无法读取（{reason}），因此未访问该网站。请稍后重试。",
        "The site {host} was not asked for anything, because its robots.txt could not be read ({reason}). Try again later.",
    ),
    "error.redirects_endless": (
        "{url} 连续跳转超过 {count} 次，未下载。请在浏览器中打开，改用最终的网址。",
        "{url} was not downloaded: it redirects more than {count} times. Open it in a browser and use the address it ends at.",
    ),
    "error.answer_refused": (
        "{url} 返回状态码 {status}，没有文件。请在浏览器中核对网址；文件可能已移走或需要登录。",
        "{url} answered with status {status} and no document. Check the address in a browser; the document may have moved or require signing in.",
    ),
    "error.answer_busy": (
        "{url} 多次返回状态码 {status}，网站繁忙。请稍后再次运行，已下载的不会重复下载。",
        "{url} kept answering with status {status}: the site is busy. Run the same command later; nothing is downloaded twice.",
    ),
    "error.answer_slow": (
        "{url} 在 {seconds_allowed} 秒内未传完，已放弃。请在浏览器中手动下载。",
        "{url} was given up: it was not complete after {seconds_allowed} seconds. Download it by hand in a browser.",
    ),
    "error.answer_silent": (
        "{url} 长时间没有响应。请稍后再次运行。",
        "{url} did not respond in time. Run the same command later.",
    ),
    "error.answer_cut": (
        "{url} 的内容不完整，未保存。请稍后再次运行；多次如此，请在浏览器中手动下载。",
        "{url} was not saved: what arrived is incomplete. Run the same command later; if that does not help, download it by hand in a browser.",
    ),
    "error.answer_damaged": (
        "{url} 的内容无法解压，未保存。请稍后再次运行，或在浏览器中手动下载。",
        "{url} was not saved: what arrived cannot be unpacked. Run the same command later, or download it by hand in a browser.",
    ),
    "error.answer_packed": (
        "{url} 以“{found}”方式压缩，无法读取。请在浏览器中手动下载。",
        "{url} arrived compressed as “{found}”, which cannot be read. Download it by hand in a browser.",
    ),
    "error.answer_too_large": (
        "{url} 超过 {limit_mb:.0f} MB，已放弃。请核对网址是否为一份报告。",
        "{url} was given up: it is larger than {limit_mb:.0f} MB. Check that the address is that of a report.",
    ),
    "error.answer_empty": (
        "{url} 返回空白内容。请在浏览器中核对网址。",
        "{url} returned nothing. Check the address in a browser.",
    ),
    "error.answer_other": (
        "{url} 不是可以读取的文件类型，未保存。请核对网址。",
        "{url} was not saved: it is not a kind of document that can be read. Check the address.",
    ),
    "error.page_without_report": (
        "网页 {url}（标题“{title}”）中没有报告，也没有报告附件。请在浏览器中核对；可能是错误页、验证页，或报告已移走。",
        "The page {url} (title “{title}”) has neither a report nor one attached. Check it in a browser; it may be an error page or a verification page, or the report may have moved.",
    ),
    "error.certificate_wrong": (
        "{host} 的安全证书无效，未下载 {url}。请在浏览器中核对网站，确认后手动下载。",
        "{url} was not downloaded: the certificate of {host} is not valid. Check the site in a browser and download it by hand.",
    ),
    "error.host_away": (
        "无法连接 {url}：{reason}。请检查网络，稍后再次运行。",
        "Cannot connect to {url}: {reason}. Check the network and run the same command later.",
    ),
    "error.fetch_running": (
        "文件夹 {folder} 正由另一个下载任务使用。请等它结束后再运行。",
        "Another fetch into the folder {folder} is running. Wait until it has finished.",
    ),
}
