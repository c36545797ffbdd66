"""Errors of starting and addressing the server."""

SENTENCES: dict[str, tuple[str, str]] = {
    "error.port_unknown": (
        "端口 {port} 无效。请使用 1 至 {last} 之间的数，例如 countyscope serve --port 8501。",
        "There is no port {port}. Use a number from 1 to {last}, for example countyscope serve --port 8501.",
    ),
    "error.port_in_use": (
        "端口 {port} 已被占用。请换一个，例如 --port {other}。",
        "Port {port} is in use. Choose another, for example --port {other}.",
    ),
    "error.address_unknown": (
        "“{address}”不是 IP 地址。只供本机使用时不必写 --address；供局域网使用时请写本机在局域网中的地址，例如 --address 192.168.1.20。",
        "“{address}” is not an IP address. Leave --address out to serve this machine alone, or give this machine's "
        "address in the network, for example --address 192.168.1.20.",
    ),
    "error.address_open": (
        "{address} 可被其他机器访问，而目前没有设置登录，任何能访问该地址的人都可以浏览。确认无妨请加 --without-sign-in，并用 --allow-host 写明访问时所用的主机名。",
        "Other machines reach {address}, and nobody has to sign in: whoever reaches it can read everything. "
        "If that is what you want, add --without-sign-in, and name the host that readers use with --allow-host.",
    ),
    "error.host_name": (
        "“{host}”不是主机名。--allow-host 只写名称，不带 http:// 和端口，例如 --allow-host data.example.cn。",
        "“{host}” is not a host name. Give --allow-host only the name, without http:// or a port, for example --allow-host data.example.cn.",
    ),
    "error.host_refused": (
        "本服务不接受以“{host}”为主机名的访问，也不接受其他网站页面的请求。请用 127.0.0.1 打开；如需以此名访问，请用 countyscope serve --allow-host 加上该名称重新启动。",
        "This server does not answer to the name “{host}”, nor to pages of other sites. Open it at 127.0.0.1, or restart it with countyscope serve --allow-host and that name.",
    ),
}
